/** Resolvers of searches. */
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver, Root } from 'type-graphql';
import { SearchArgs, SearchHit, SearchHitConnection } from '../schema/search';
import { Needs } from '../schema/shared/access';
import { Costs, ResolvedField } from '../schema/shared/cost';
import { Resource } from '../schema/shared/resource';
import type { SearchHitRecord } from '../src/domain/records/search-hit';
import type { Context } from '../src/graphql/context';
import { presentResource } from '../src/loaders/present-resource';
import { selectsTotalCount } from './look-ahead';

@Resolver()
export class SearchResolver {
  @Needs('SCOPE_OF_KIND')
  @Costs('overview')
  @Query(() => SearchHitConnection, {
    nullable: true,
    description:
      'The resources that a text finds, of the kinds within the scopes of the caller; it needs the read scope of one service. The gateway looks up a text in the form of an id: a global id, an ARN, an account id, the 32 hexadecimal digits of a classification job or the 10 to 32 digits of a case, each with one AWS call for every target that may have it (DescribeClassificationJob, GetMember, DescribeMailboxExportJob, GetCase). It compares any other text with the lists of the selected kinds and targets, which the first page reads up to the scan limit; a UUID finds the mailbox export job with this id (ListClassificationJobs, ListMembers, ListOrganizations, ListMailboxExportJobs, ListCases). Values that equal the text come first, then those that begin with it, then those that contain it; among these, hits come by kind and by name.',
  })
  search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.search.connection(args, { countsRows: selectsTotalCount(info) });
  }
}

@Resolver(() => SearchHit)
export class SearchHitResolver {
  @ResolvedField(() => Resource, { cost: 'field', description: 'The resource.' })
  resource(@Root() hit: SearchHitRecord, @Ctx() { loaders }: Context) {
    return presentResource(loaders, hit.resource);
  }
}
