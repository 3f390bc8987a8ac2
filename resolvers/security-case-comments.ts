/** Resolvers of the comment in the payloads of its mutations. */
import { Ctx, Resolver, Root } from 'type-graphql';
import { SecurityCaseComment, SecurityCaseCommentEdge } from '../schema/security-case-parts';
import {
  CreateSecurityCaseCommentPayload,
  UpdateSecurityCaseCommentPayload,
} from '../schema/security-case-payloads';
import { ResolvedField } from '../schema/shared/cost';
import type { Context } from '../src/graphql/context';

const READ =
  'Only if the request selects it, the gateway reads the comments from the first one to this one, 25 with each call, up to the scan limit; null unless the outcome is APPLIED, and when AWS does not list the comment within that limit (ListComments).';

/** No class: type-graphql would copy the payload into an instance, and the copy would read the case. */
type CommentPayload = Pick<CreateSecurityCaseCommentPayload, 'caseRef' | 'commentId'>;

@Resolver(() => CreateSecurityCaseCommentPayload)
export class CreateSecurityCaseCommentPayloadResolver {
  @ResolvedField(() => SecurityCaseComment, {
    cost: 'call',
    nullable: true,
    description: `The new comment; shares its calls with commentEdge. ${READ}`,
  })
  async comment(@Root() payload: CommentPayload, @Ctx() context: Context) {
    return (await readEdge(payload, context))?.node;
  }

  @ResolvedField(() => SecurityCaseCommentEdge, {
    cost: 'call',
    nullable: true,
    description: `The edge of the new comment, with a cursor for SecurityCase.comments. AWS does not document the order of comments: prepend the edge if the connection begins with the latest comment, as that of the emulator does, append it if it begins with the earliest one, and sort by createdAt what people read. ${READ}`,
  })
  commentEdge(@Root() payload: CommentPayload, @Ctx() context: Context) {
    return readEdge(payload, context);
  }
}

@Resolver(() => UpdateSecurityCaseCommentPayload)
export class UpdateSecurityCaseCommentPayloadResolver {
  @ResolvedField(() => SecurityCaseComment, {
    cost: 'call',
    nullable: true,
    description: `The comment with its new text. ${READ}`,
  })
  async comment(@Root() payload: CommentPayload, @Ctx() context: Context) {
    return (await readEdge(payload, context))?.node;
  }
}

async function readEdge({ caseRef, commentId }: CommentPayload, { loaders }: Context) {
  if (caseRef === undefined || commentId === undefined) return undefined;
  return loaders.securityCaseParts.commentEdge(caseRef, commentId);
}
