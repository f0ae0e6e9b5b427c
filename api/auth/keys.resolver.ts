import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { keyOf } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { Allow } from './allow.js';
import { ApiKey, ApiKeyMade, ApiKeyPage, KeyPermission } from './key.view.js';
import { ApiKeysArgs, MakeApiKeyInput } from './keys.inputs.js';
import { Keys } from './keys.service.js';

@Resolver(() => ApiKey)
export class KeysResolver {
  constructor(private readonly service: Keys) {}

  @Allow('keys.manage')
  @Query(() => ApiKeyPage, { description: 'Keys of other programs, also those that ended.' })
  apiKeys(@Args() { filter = {}, sort, direction, ...page }: ApiKeysArgs): Promise<Page<ApiKey>> {
    return this.service.page({ ...filter, sort, direction, page });
  }

  @Allow('keys.manage')
  @Query(() => [KeyPermission], { description: 'What a key may be allowed to do.' })
  keyPermissions(): KeyPermission[] {
    return this.service.grantable();
  }

  @Allow('keys.manage')
  @Mutation(() => ApiKeyMade, { description: 'Makes a key for another program.' })
  makeApiKey(@Args('input', { description: 'What for.' }) input: MakeApiKeyInput): Promise<ApiKeyMade> {
    return this.service.make(input);
  }

  @Allow('keys.manage')
  @Mutation(() => ApiKey, { description: 'Revokes a key: from now on it is refused.' })
  revokeApiKey(@Args('id', { type: () => ID, description: 'Which.' }) id: string): Promise<ApiKey> {
    return this.service.revoke(keyOf(id));
  }
}
