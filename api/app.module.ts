import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from './approvals/approvals.module.js';
import { AuditModule } from './audit/audit.module.js';
import { guarded } from './auth/allow.js';
import { AuthModule } from './auth/auth.module.js';
import type { Config } from './config.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { CreditApplicationsModule } from './credit-applications/credit-applications.module.js';
import { CreditChecksModule } from './credit-checks/credit-checks.module.js';
import { CustomersModule } from './customers/customers.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { EdgeModule } from './edge/edge.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LatenessModule } from './lateness/lateness.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { SanctionsModule } from './sanctions/sanctions.module.js';
import { ScoringModule } from './scoring/scoring.module.js';
import type { Clock } from './shared/clock.js';
import { ComplexityPlugin } from './shared/complexity.plugin.js';
import { dataSourceOptions } from './shared/data-source.js';
import { inRole, roles } from './shared/database-roles.js';
import { withDescribedRoots } from './shared/described-roots.js';
import { formatError, MOST_TOKENS } from './shared/errors-at-the-edge.js';
import { SharedModule } from './shared/shared.module.js';
import { StandingModule } from './standing/standing.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { WriteOffsModule } from './write-offs/write-offs.module.js';

/** The whole product, in the order of a debt’s life. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock): DynamicModule {
    if (!config.databaseUrl) throw new Error('the database must be started first');
    return {
      module: AppModule,
      imports: [
        SharedModule.with(config, clock),
        TypeOrmModule.forRoot({ ...dataSourceOptions(inRole(config.databaseUrl, roles.program)), retryAttempts: 0 }),
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          autoSchemaFile: true,
          transformSchema: (schema) => guarded(withDescribedRoots(schema)),
          sortSchema: true,
          introspection: !config.isProduction,
          // No “Did you mean …?”: by guessing, the schema could be read out all the same.
          hideSchemaDetailsFromClientErrors: config.isProduction,
          playground: false,
          csrfPrevention: true,
          allowBatchedHttpRequests: false,
          parseOptions: { maxTokens: MOST_TOKENS },
          includeStacktraceInErrorResponses: false,
          // A refusal keeps its status.
          preserveHttpStatusForExecutionErrors: false,
          formatError,
        }),
        AuditModule,
        AuthModule,
        JobsModule,
        PrivacyModule,
        CustomersModule,
        WebhooksModule,
        LedgerModule,
        ApprovalsModule,
        WriteOffsModule,
        CreditChecksModule,
        SanctionsModule,
        ScoringModule,
        LatenessModule,
        CreditApplicationsModule,
        DecisionsModule,
        ContractsModule,
        RemindersModule,
        StandingModule,
        PortfolioModule,
        ImportsModule,
        EdgeModule,
      ],
      providers: [ComplexityPlugin],
    };
  }
}
