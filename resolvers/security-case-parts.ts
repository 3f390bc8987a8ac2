/** Resolvers of the parts of a case: comments, edits, investigations, tags and attachment URLs. */
import { Args, Ctx, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { SecurityCase } from '../schema/security-case';
import {
  SecurityCaseAttachment,
  SecurityCaseCommentConnection,
  SecurityCaseEditConnection,
  SecurityCaseInvestigation,
  SecurityCaseInvestigationConnection,
} from '../schema/security-case-parts';
import { PageArgs } from '../schema/shared/connection';
import { Tag } from '../schema/shared/tag';
import { readable } from '../src/domain/records/unreadable';
import { statusLabel } from '../src/domain/records/status-labels';
import type { Context } from '../src/graphql/context';

@Resolver(() => SecurityCase)
export class SecurityCasePartsResolver {
  @ResolvedField(() => SecurityCaseCommentConnection, {
    cost: 'call',
    nullable: true,
    description: 'The comments on the case (ListComments).',
  })
  comments(
    @Root() securityCase: SecurityCase,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.securityCaseParts.comments(securityCase, args);
  }

  @ResolvedField(() => SecurityCaseEditConnection, {
    cost: 'call',
    nullable: true,
    description: 'The edits of the case (ListCaseEdits).',
  })
  edits(
    @Root() securityCase: SecurityCase,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.securityCaseParts.edits(securityCase, args);
  }

  @ResolvedField(() => SecurityCaseInvestigationConnection, {
    cost: 'call',
    nullable: true,
    description: 'The investigations that AWS performed for the case (ListInvestigations).',
  })
  investigations(
    @Root() securityCase: SecurityCase,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.securityCaseParts.investigations(securityCase, args);
  }

  @ResolvedField(() => [Tag], {
    cost: 'call',
    nullable: true,
    description: 'The tags of the case, sorted by key (ListTagsForResource).',
  })
  tags(@Root() securityCase: SecurityCase, @Ctx() { loaders }: Context) {
    return loaders.securityCaseParts.tags(securityCase.target, readable(securityCase, 'arn'));
  }
}

@Resolver(() => SecurityCaseInvestigation)
export class SecurityCaseInvestigationResolver {
  @ResolvedField(() => String, {
    cost: 'field',
    nullable: true,
    description: 'The human-readable label of the status, in sentence case.',
  })
  statusLabel(@Root() { status }: SecurityCaseInvestigation) {
    return status && statusLabel('SecurityCaseInvestigation', status);
  }
}

@Resolver(() => SecurityCaseAttachment)
export class SecurityCaseAttachmentResolver {
  @ResolvedField(() => String, {
    cost: 'field',
    nullable: true,
    description: 'The human-readable label of the status, in sentence case.',
  })
  statusLabel(@Root() { status }: SecurityCaseAttachment) {
    return status && statusLabel('SecurityCaseAttachment', status);
  }

  @ResolvedField(() => String, {
    cost: 'call',
    nullable: true,
    description:
      'The presigned URL for the download of the file, a secret that expires; null unless the status is VERIFIED (attachmentPresignedUrl of GetCaseAttachmentDownloadUrl).',
  })
  downloadUrl(@Root() attachment: SecurityCaseAttachment, @Ctx() { loaders }: Context) {
    const isVerified = readable(attachment, 'status') === 'VERIFIED';
    return isVerified ? loaders.securityCaseParts.downloadUrl(attachment) : undefined;
  }
}
