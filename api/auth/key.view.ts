import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { InstantScalar } from '../shared/scalars.js';

@ObjectType({ description: 'A key with which another program asks: ERP, CRM, campaign robot.' })
export class ApiKey {
  @Field(() => ID, { description: 'Its number.' })
  id: number;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => String, { description: 'What it is recognised by: the eight signs after gs_.' })
  prefix: string;

  @Field(() => [String], { description: 'All it may do, as the codes of permissions.' })
  permissions: string[];

  @Field(() => String, { description: 'Who made it.' })
  madeBy: string;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  madeAt: Date;

  @Field(() => InstantScalar, { description: 'From when on it is refused.' })
  expiresAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was last used, to a few minutes.' })
  lastUsedAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked; null when it was not.' })
  revokedAt: Date | null;

  @Field(() => Boolean, { description: 'Neither expired nor revoked.' })
  isUsable: boolean;
}

@ObjectType({ description: 'A page of keys.' })
export class ApiKeyPage extends Paged(ApiKey) {}

@ObjectType({ description: 'A key that was made.' })
export class ApiKeyMade {
  @Field(() => ApiKey, { description: 'Which.' })
  apiKey: ApiKey;

  @Field(() => String, { description: 'The key itself, for `Authorization: Bearer`. It is shown only here.' })
  key: string;
}

@ObjectType({ description: 'Something a key may be allowed to do.' })
export class KeyPermission {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => String, { description: 'What it allows.' })
  says: string;
}
