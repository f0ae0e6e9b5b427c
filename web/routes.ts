import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { IconName } from './ui/Icon.js';

export type Route = {
  path: string;
  title: string;
  page: LazyExoticComponent<ComponentType>;
  /** In the rail, in the order of the work. */
  icon?: IconName;
  /** What a page shows is as of a day. */
  isDated?: boolean;
};

export const routes: Route[] = [
  {
    path: '/',
    title: 'Portfolio',
    icon: 'portfolio',
    isDated: true,
    page: lazy(() => import('./pages/portfolio/PortfolioPage.js')),
  },
  {
    path: '/work',
    title: 'Work list',
    icon: 'work',
    isDated: true,
    page: lazy(() => import('./pages/work/WorkListPage.js')),
  },
  {
    path: '/customers',
    title: 'Customers',
    icon: 'customers',
    isDated: true,
    page: lazy(() => import('./pages/customers/CustomersPage.js')),
  },
  {
    path: '/customers/:id',
    title: 'Customer',
    isDated: true,
    page: lazy(() => import('./pages/customer/CustomerPage.js')),
  },
  {
    path: '/invoices',
    title: 'Invoices',
    isDated: true,
    page: lazy(() => import('./pages/invoices/InvoicesPage.js')),
  },
  { path: '/vet', title: 'Vet', icon: 'vet', page: lazy(() => import('./pages/vet/VetPage.js')) },
  {
    path: '/reminders',
    title: 'Reminders',
    icon: 'reminders',
    page: lazy(() => import('./pages/reminders/RemindersPage.js')),
  },
  {
    path: '/stop-list',
    title: 'Stop list',
    icon: 'stop',
    isDated: true,
    page: lazy(() => import('./pages/stop-list/StopListPage.js')),
  },
  { path: '/import', title: 'Import', icon: 'import', page: lazy(() => import('./pages/import/ImportPage.js')) },
  { path: '/audit', title: 'Audit', icon: 'audit', page: lazy(() => import('./pages/audit/AuditPage.js')) },
  {
    path: '/settings',
    title: 'Settings',
    icon: 'settings',
    page: lazy(() => import('./pages/settings/SettingsPage.js')),
  },
  { path: '*', title: 'Not found', page: lazy(() => import('./pages/not-found/NotFoundPage.js')) },
];
