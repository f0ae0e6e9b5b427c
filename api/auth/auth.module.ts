import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountJobs } from './account.jobs.js';
import { AccountMails } from './account-mails.service.js';
import { AddressGuard } from './address.guard.js';
import { AuthResolver } from './auth.resolver.js';
import { DemoGuests } from './demo-guests.service.js';
import { FactorDuty } from './factor-duty.service.js';
import { Hands } from './hands.service.js';
import { KeysResolver } from './keys.resolver.js';
import { Keys } from './keys.service.js';
import { NewPassword } from './new-password.service.js';
import { OidcController } from './oidc.controller.js';
import { OidcProvider } from './oidc-provider.service.js';
import { OidcSignIn } from './oidc-sign-in.service.js';
import { PeopleResolver } from './people.resolver.js';
import { People } from './people.service.js';
import { Seal } from './seal.service.js';
import { SecondFactorResolver } from './second-factor.resolver.js';
import { SecondFactors } from './second-factors.service.js';
import { SessionsResolver } from './sessions.resolver.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { Tries } from './tries.service.js';

@Module({
  controllers: [OidcController],
  providers: [
    Tries,
    FactorDuty,
    Sessions,
    SignIn,
    DemoGuests,
    OidcProvider,
    OidcSignIn,
    Seal,
    SecondFactors,
    SecondFactorResolver,
    AccountMails,
    AccountJobs,
    NewPassword,
    People,
    Hands,
    Keys,
    AuthResolver,
    PeopleResolver,
    SessionsResolver,
    KeysResolver,
    { provide: APP_GUARD, useClass: AddressGuard },
  ],
  exports: [Seal, Sessions, People, Hands, Keys, Tries, DemoGuests],
})
export class AuthModule {}
