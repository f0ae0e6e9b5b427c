import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { AccountMails } from './account-mails.service.js';
import { CodeNotValid, SecondFactorNeeded, SecondFactorOn } from './auth.errors.js';
import type { Person } from './person.entity.js';
import { Seal } from './seal.service.js';
import { sealAnew } from './sealed-anew.js';
import { newRecoveryCodes, newTotpSecret, plainRecoveryCode, stepOf, uriOf } from './second-factor.js';
import { hashOf } from './secrets.js';
import { Tries } from './tries.service.js';

const ownerOf = (personId: number) => `second factor of person ${personId}`;

/** Codes of an app beside the password. */
@Injectable()
export class SecondFactors implements OnApplicationBootstrap {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly mails: AccountMails,
    private readonly seal: Seal,
    private readonly tries: Tries,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return sealAnew(this.sql, this.seal, ['second_factor', 'person_id'], ownerOf);
  }

  /** Gives the secret for the app; it is asked for once `confirm` has seen a code of it. */
  async begin({ id, email }: Person): Promise<{ secret: string; uri: string }> {
    const secret = newTotpSecret();
    await this.sql.transaction(async (client) => {
      const { rowCount } = await client.query(
        `insert into second_factor as f (person_id, secret, began_at) values ($1, $2, $3)
         on conflict (person_id) do update set secret = $2, began_at = $3 where f.confirmed_at is null`,
        [id, this.seal.close(secret, ownerOf(id)), this.clock.now()],
      );
      if (rowCount === 0) throw new SecondFactorOn();
      await this.record(client, id, 'began to add a second factor');
    });
    return { secret, uri: uriOf(secret, email) };
  }

  /** Turns it on and gives the recovery codes. */
  async confirm({ id, email }: Person, code: string): Promise<string[]> {
    await this.tries.count(email);
    const step = await this.stepOf(id, code);
    if (step === null) throw new CodeNotValid();
    await this.tries.forgive(email);
    const recoveryCodes = newRecoveryCodes();
    await this.sql.transaction(async (client) => {
      const { rowCount } = await client.query(
        'update second_factor set confirmed_at = $2, last_step = $3 where person_id = $1 and confirmed_at is null',
        [id, this.clock.now(), step],
      );
      if (rowCount === 0) throw new CodeNotValid();
      const hashes = recoveryCodes.map((each) => hashOf(plainRecoveryCode(each)));
      await client.query('insert into recovery_code (person_id, hash) select $1, unnest($2::bytea[])', [id, hashes]);
      await this.record(client, id, 'added a second factor');
      await this.mails.tell(client, id, 'second factor on');
    });
    return recoveryCodes;
  }

  /** Refuses who has a second factor and does not show it. Each code is taken once. */
  async mustShow({ id, hasSecondFactor }: Person, code: string | undefined): Promise<void> {
    if (!hasSecondFactor) return;
    if (code === undefined || code.trim() === '') throw new SecondFactorNeeded();
    if (!(await this.takeCode(id, code)) && !(await this.takeRecoveryCode(id, code))) throw new CodeNotValid();
  }

  async remove({ id }: Person): Promise<void> {
    await this.sql.transaction(async (client) => {
      const { rowCount } = await client.query('delete from second_factor where person_id = $1', [id]);
      if (rowCount === 0) return; // there was none
      await this.record(client, id, 'removed a second factor');
      await this.mails.tell(client, id, 'second factor off');
    });
  }

  async recoveryCodesLeft(personId: number): Promise<number> {
    const found = await this.sql.one<{ n: number }>('select count(*) as n from recovery_code where person_id = $1', [
      personId,
    ]);
    return found?.n ?? 0;
  }

  private async takeCode(personId: number, code: string): Promise<boolean> {
    const step = await this.stepOf(personId, code);
    const taken = await this.sql.one(
      'update second_factor set last_step = $2 where person_id = $1 and confirmed_at is not null and last_step < $2 returning person_id',
      [personId, step],
    );
    return taken !== undefined;
  }

  private takeRecoveryCode(personId: number, code: string): Promise<boolean> {
    return this.sql.transaction(async (client) => {
      const { rowCount } = await client.query('delete from recovery_code where person_id = $1 and hash = $2', [
        personId,
        hashOf(plainRecoveryCode(code)),
      ]);
      if (rowCount === 0) return false;
      await this.record(client, personId, 'used a recovery code');
      await this.mails.tell(client, personId, 'recovery code used');
      return true;
    });
  }

  /** The step a code belongs to; null when the person has no factor, or the code is none of it. */
  private async stepOf(personId: number, code: string): Promise<number | null> {
    const factor = await this.sql.one<{ secret: Buffer }>('select secret from second_factor where person_id = $1', [
      personId,
    ]);
    const secret = factor && this.seal.open(factor.secret, ownerOf(personId));
    return secret ? stepOf(secret, code, this.clock.now()) : null;
  }

  private record(client: pg.ClientBase, personId: number, action: string): Promise<void> {
    return this.audit.record(client, { action, subjectType: 'person', subjectId: String(personId) });
  }
}
