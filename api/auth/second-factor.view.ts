import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A second factor that is on once a code of it was given.' })
export class SecondFactorBegun {
  @Field(() => String, { description: 'For the authenticator app, as otpauth://; shown as a picture to scan.' })
  uri: string;

  @Field(() => String, { description: 'The same to type by hand. It is shown only here.' })
  secret: string;
}

@ObjectType({ description: 'A second factor that is on.' })
export class SecondFactorAdded {
  @Field(() => [String], {
    description: 'Each lets in once, in place of a code, when the app is lost. They are shown only here.',
  })
  recoveryCodes: string[];
}
