import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Permission } from './session/me.js';
import type { IconName } from './ui/Icon.js';

export type Route = {
  path: string;
  title: string;
  page: LazyExoticComponent<ComponentType>;
  /** What one must be allowed to see of it. */
  needs?: Permission;
  /** In the rail, in the order of the work. */
  icon?: IconName;
  /** What a page shows is as of a day. */
  isDated?: boolean;
};

export const routes: Route[] = [
  {
    path: '/',
    title: 'Portfolio',
    needs: 'portfolio.read',
    icon: 'portfolio',
    isDated: true,
    page: lazy(() => import('./pages/portfolio/PortfolioPage.js')),
  },
  {
    path: '/work',
    title: 'Work list',
    needs: 'portfolio.read',
    icon: 'work',
    isDated: true,
    page: lazy(() => import('./pages/work/WorkListPage.js')),
  },
  {
    path: '/customers',
    title: 'Customers',
    needs: 'ledger.read',
    icon: 'customers',
    isDated: true,
    page: lazy(() => import('./pages/customers/CustomersPage.js')),
  },
  {
    path: '/customers/:id',
    title: 'Customer',
    needs: 'ledger.read',
    isDated: true,
    page: lazy(() => import('./pages/customer/CustomerPage.js')),
  },
  {
    path: '/customers/:id/contracts',
    title: 'Contracts',
    needs: 'ledger.read',
    page: lazy(() => import('./pages/contracts/ContractsPage.js')),
  },
  {
    path: '/policy',
    title: 'Policy',
    needs: 'book.read',
    page: lazy(() => import('./pages/policy/PolicyPage.js')),
  },
  {
    path: '/definitions',
    title: 'Defaults and credit checks',
    needs: 'scores.read',
    page: lazy(() => import('./pages/definitions/DefinitionsPage.js')),
  },
  {
    path: '/clauses',
    title: 'Clauses',
    needs: 'ledger.read',
    page: lazy(() => import('./pages/clauses/ClausesPage.js')),
  },
  {
    path: '/invoices',
    title: 'Invoices',
    needs: 'ledger.read',
    isDated: true,
    page: lazy(() => import('./pages/invoices/InvoicesPage.js')),
  },
  {
    path: '/vet',
    title: 'Vet',
    needs: 'credit-checks.read',
    icon: 'vet',
    page: lazy(() => import('./pages/vet/VetPage.js')),
  },
  {
    path: '/reminders',
    title: 'Reminders',
    needs: 'reminders.read',
    icon: 'reminders',
    page: lazy(() => import('./pages/reminders/RemindersPage.js')),
  },
  {
    path: '/stop-list',
    title: 'Stop list',
    needs: 'standing.read',
    icon: 'stop',
    isDated: true,
    page: lazy(() => import('./pages/stop-list/StopListPage.js')),
  },
  {
    path: '/approvals',
    title: 'Approvals',
    icon: 'approvals',
    needs: 'standing.read',
    page: lazy(() => import('./pages/approvals/ApprovalsPage.js')),
  },
  {
    path: '/model',
    title: 'Model',
    needs: 'models.read',
    icon: 'model',
    page: lazy(() => import('./pages/model/ModelPage.js')),
  },
  {
    path: '/import',
    title: 'Import',
    needs: 'imports.read',
    icon: 'import',
    page: lazy(() => import('./pages/import/ImportPage.js')),
  },
  {
    path: '/audit',
    title: 'Audit',
    needs: 'audit.read',
    icon: 'audit',
    page: lazy(() => import('./pages/audit/AuditPage.js')),
  },
  {
    path: '/settings',
    title: 'Settings',
    icon: 'settings',
    page: lazy(() => import('./pages/settings/SettingsPage.js')),
  },
  { path: '/account', title: 'Your account', page: lazy(() => import('./pages/account/AccountPage.js')) },
  {
    path: '/people',
    title: 'People and keys',
    icon: 'people',
    needs: 'people.manage',
    page: lazy(() => import('./pages/people/PeoplePage.js')),
  },
  { path: '*', title: 'Not found', page: lazy(() => import('./pages/not-found/NotFoundPage.js')) },
];
