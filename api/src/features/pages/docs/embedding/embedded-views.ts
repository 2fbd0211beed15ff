/**
 * What the guide says of elements and tokens. The API knows no module and no host, so that it stands
 * here once more; `guide.test.ts` holds it to their manifests and to the tokens, and says what to write.
 */
export interface EmbeddedView {
  /** The custom element; none where a view is only opened by another one. */
  readonly element: string | null
  readonly view: string
  readonly kind: 'page' | 'widget' | 'secure'
  readonly title: string
  readonly scopes: readonly string[]
}

export const embeddedViews: readonly EmbeddedView[] = [
  {
    element: 'sonaqor-keys',
    view: 'keys.list',
    kind: 'page',
    title: 'API keys',
    scopes: ['keys:read'],
  },
  {
    element: 'sonaqor-key-usage',
    view: 'keys.usage',
    kind: 'widget',
    title: 'Key usage',
    scopes: ['keys:read'],
  },
  {
    element: null,
    view: 'keys.issue',
    kind: 'secure',
    title: 'Issue an API key',
    scopes: ['keys:write'],
  },
  {
    element: 'sonaqor-logs',
    view: 'logs.list',
    kind: 'page',
    title: 'Logs',
    scopes: ['logs:read'],
  },
  {
    element: 'sonaqor-log-tail',
    view: 'logs.tail',
    kind: 'widget',
    title: 'Latest requests',
    scopes: ['logs:read'],
  },
  {
    element: 'sonaqor-projects',
    view: 'home.projects',
    kind: 'page',
    title: 'Projects & apps',
    scopes: ['projects:read'],
  },
  { element: 'sonaqor-app', view: 'home.app', kind: 'page', title: 'App', scopes: ['apps:read'] },
  {
    element: 'sonaqor-activity',
    view: 'home.activity',
    kind: 'widget',
    title: 'Activity',
    scopes: ['apps:read'],
  },
]
