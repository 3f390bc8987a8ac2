/** Resolvers of Security Incident Response cases: queries and status mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { SecurityCase, SecurityCaseConnection, SecurityCasePayload } from '../schema/security-case';
import {
  CloseSecurityCaseInput,
  SecurityCasesArgs,
  UpdateSecurityCaseResolverTypeInput,
  UpdateSecurityCaseStatusInput,
} from '../schema/security-case-inputs';
import { Needs } from '../schema/shared/access';
import { SearchesWith } from '../schema/shared/cost';
import { INPUT_ARGUMENT, TARGET_ARGUMENT } from '../schema/shared/arguments';
import { SecurityCaseId } from '../schema/shared/scalars';
import type { Context } from '../src/graphql/context';
import type { Loaders } from '../src/loaders/all';
import type { LoadedSecurityCase } from '../src/loaders/security-case';
import type { SecurityCaseDetail } from '../src/domain/records/security-case';
import {
  SECURITY_CASE_ACTIONS,
  type SecurityCaseResolverType,
  type SecurityCaseStatus,
} from '../src/domain/transitions/security-case';
import type { ActionOf } from '../src/domain/transitions/actions';
import { lookAhead, selectsTotalCount } from './look-ahead';
import { fetchMembers } from './prefetch-members';
import {
  changeStatus,
  recordRefusal,
  refusedInput,
  type StatusChangeResult,
  type StatusChangeArguments,
} from './status-change';

/** The error messages for statuses that updateSecurityCaseStatus never accepts. */
const UNSUPPORTED_STATUSES: Partial<Record<SecurityCaseStatus, string>> = {
  CLOSED: 'updateSecurityCaseStatus cannot close a case: use closeSecurityCase.',
  UNRECOGNIZED:
    'UNRECOGNIZED cannot be requested: it represents the statuses that this version of the gateway does not recognize.',
};

@Resolver(() => SecurityCase)
export class SecurityCaseResolver {
  @SearchesWith('orderBy', 'filter.accountIds', 'filter.not.accountIds')
  @Query(() => SecurityCaseConnection, {
    nullable: true,
    description: 'The Security Incident Response cases of all targets or of the named ones (ListCases).',
  })
  securityCases(
    @Args(() => SecurityCasesArgs) args: SecurityCasesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ahead = lookAhead<LoadedSecurityCase>(info, context, {
      impactedMembers: async (securityCase, selection) => {
        const { impactedAccounts } = await securityCase.detail();
        await fetchMembers(context, securityCase, impactedAccounts, selection);
      },
    });
    return context.loaders.SecurityCase.connection(args, {
      onRow: ahead,
      countsRows: selectsTotalCount(info),
    });
  }

  @Query(() => SecurityCase, {
    nullable: true,
    description: 'The case with this id; null when Security Incident Response has none (GetCase).',
  })
  securityCase(
    @Arg('caseId', () => SecurityCaseId, { description: 'The id of the case.' }) caseId: string,
    @Arg('target', () => String, TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const { name } = targets.pick(target, 'security-ir');
    return loaders.SecurityCase.items.find({ kind: 'SecurityCase', target: name, caseId });
  }

  @Needs('security-ir:write')
  @Mutation(() => SecurityCasePayload, {
    nullable: true,
    description: 'Moves a self-managed case to another open status (UpdateCaseStatus).',
  })
  async updateSecurityCaseStatus(
    @Arg('input', () => UpdateSecurityCaseStatusInput, INPUT_ARGUMENT) input: UpdateSecurityCaseStatusInput,
    @Ctx() context: Context,
  ) {
    const message = UNSUPPORTED_STATUSES[input.status];
    if (message !== undefined) {
      const { mutation } = SECURITY_CASE_ACTIONS.UPDATE_STATUS;
      await recordRefusal(mutation, 'SecurityCase', input, context);
      return refusedInput('SecurityCase', 'UPDATE_STATUS', message, 'status');
    }
    return change(context, input, 'UPDATE_STATUS', input.status);
  }

  @Needs('security-ir:write')
  @Mutation(() => SecurityCasePayload, {
    nullable: true,
    description: 'Closes a case permanently (CloseCase).',
  })
  closeSecurityCase(
    @Arg('input', () => CloseSecurityCaseInput, INPUT_ARGUMENT) input: CloseSecurityCaseInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'CLOSE');
  }

  @Needs('security-ir:write')
  @Mutation(() => SecurityCasePayload, {
    nullable: true,
    description: 'Hands a self-managed case over to AWS permanently (UpdateResolverType).',
  })
  async updateSecurityCaseResolverType(
    @Arg('input', () => UpdateSecurityCaseResolverTypeInput, INPUT_ARGUMENT)
    input: UpdateSecurityCaseResolverTypeInput,
    @Ctx() context: Context,
  ) {
    const payload = await changeStatus<'SecurityCase', SecurityCaseResolverType, SecurityCaseDetail>(
      {
        kind: 'SecurityCase',
        action: 'UPDATE_RESOLVER_TYPE',
        to: { field: 'resolverType', value: input.resolverType },
        apply: (request) => context.changes.securityCaseResolverType.apply(request, context.call),
      },
      input,
      context,
    );
    return toPayload(payload, context.loaders);
  }
}

async function change(
  context: Context,
  input: StatusChangeArguments<SecurityCaseStatus>,
  action: ActionOf<'SecurityCase'>,
  to?: SecurityCaseStatus,
) {
  const payload = await changeStatus(
    {
      kind: 'SecurityCase',
      action,
      ...(to !== undefined && { to: { field: 'status', value: to } }),
      apply: (request) => context.changes.SecurityCase.apply(request, context.call),
    },
    input,
    context,
  );
  return toPayload(payload, context.loaders);
}

function toPayload({ resource, ...payload }: StatusChangeResult<SecurityCaseDetail>, loaders: Loaders) {
  return {
    ...payload,
    get securityCase() {
      const securityCase = resource();
      return securityCase && loaders.SecurityCase.items.remember(securityCase);
    },
  };
}
