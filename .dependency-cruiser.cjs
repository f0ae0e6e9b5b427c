/** Who may import whom. Within api/ a domain uses only what stands above it in `order`. */
const order = [
  'shared',
  'audit',
  'jobs',
  'auth',
  'privacy',
  'customers',
  'webhooks',
  'ledger',
  'approvals',
  'write-offs',
  'credit-checks',
  'sanctions',
  'scoring',
  'lateness',
  'credit-applications',
  'decisions',
  'contracts',
  'reminders',
  'standing',
  'portfolio',
  'imports',
  'edge',
];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'No circles, no forwardRef. Types alone may point both ways: they are gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'analytics-is-arithmetic',
      comment: 'No framework, database, clock or I/O.',
      severity: 'error',
      from: { path: '^analytics/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(analytics/|node_modules/simple-statistics/)' },
    },
    {
      name: 'web-knows-only-the-schema',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(analytics|api|seeds|test)/' },
    },
    {
      name: 'only-the-start-loads-seeds',
      severity: 'error',
      from: { path: '^api/', pathNot: '^api/cli/' },
      to: { path: '^seeds/' },
    },
    {
      name: 'nothing-imports-the-tests',
      severity: 'error',
      from: { path: '^(analytics|api|seeds|web)/' },
      to: { path: '^test/', pathNot: '^test/support/' },
    },
    {
      name: 'nothing-stands-on-the-command-line',
      severity: 'error',
      from: { path: '^(analytics|api/(?!cli/)|seeds)' },
      to: { path: '^api/cli/' },
    },
    {
      name: 'help-is-quick',
      comment: 'What a command needs is loaded when it runs, not to say how it is called.',
      severity: 'error',
      from: { path: '^api/cli/(goodstanding|manual|usage)\\.ts$' },
      to: {
        path: '^(api|seeds|node_modules)/',
        pathNot: '^api/(cli/(manual|usage)|auth/permissions|config|shared/(refusal|unreachable))\\.ts$',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'only-services-loaders-entities',
      comment: 'A domain reaches another through its service, loader or entity.',
      severity: 'error',
      from: { path: '^api/([^/]+)/' },
      to: { path: '^api/[^/]+/.*\\.(resolver|inputs|jobs)\\.ts$', pathNot: '^api/($1|cli)/' },
    },
    ...order.map((domain, i) => ({
      name: `order-${domain}`,
      comment: `${domain} may use only what stands above it`,
      severity: 'error',
      from: { path: `^api/${domain}/`, pathNot: '\\.(module|test)\\.ts$' },
      // Who may what is a table and a decorator, known to all.
      to: {
        path: `^api/(${order.slice(i + 1).join('|') || '-'})/`,
        pathNot: '^api/auth/(allow|permissions|auth\\.errors)\\.ts$',
      },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|.*\\.d\\.ts)' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'] },
  },
};
