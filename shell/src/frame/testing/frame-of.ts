import type { FrameParts } from '../frame-parts.ts'

const nothing = () => undefined
const stay = () => Promise.resolve()

/** A frame for stories and tests: an owner of two tenants, who sees two projects and two pages. */
export function frameOf(change: Partial<FrameParts> = {}): FrameParts {
  return {
    me: {
      person: { id: 'm1', name: 'Ada Moreau', email: 'ada@northwind.example' },
      tenant: { id: 't1', name: 'Northwind', plan: 'growth' },
      tenants: [
        { id: 't1', name: 'Northwind' },
        { id: 't2', name: 'Contoso' },
      ],
      role: 'owner',
      compliance: false,
      secondFactorMissing: false,
      scopes: ['projects:read', 'projects:write'],
      environments: ['sandbox', 'production'],
    },
    host: undefined,
    nav: [
      { group: 'build', order: 10, title: 'Projects', view: 'home.projects', path: '/projects' },
      { group: 'build', order: 20, title: 'API keys', view: 'keys.list', path: '/keys' },
    ],
    projects: {
      state: 'known',
      all: [
        { id: 'p1', name: 'Trading desk' },
        { id: 'p2', name: 'Loyalty' },
      ],
      isWhole: true,
      readAgain: () => Promise.resolve(true),
    },
    preferences: { environment: 'sandbox', project: undefined, theme: 'auto', singleKeys: true },
    change: nothing,
    looksAnew: false,
    language: { chosen: 'auto', locale: 'en', shown: 'en', choose: nothing },
    onGo: nothing,
    onSwitch: stay,
    onSignOut: stay,
    ...change,
  }
}
