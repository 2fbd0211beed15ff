import {
  eventTypes,
  keyScopes,
  openapi,
  roles,
  scopes,
  scopeTable,
  type Contract,
  type Role,
  type SonaqorContract,
} from '@sonaqor/contract'
import { z } from 'zod'
import { html } from '../html.ts'
import { changelog } from './changelog.ts'
import { layout, table, type Companions, type DocsPage, type NavGroup } from './layout.ts'
import { operationSection, type Operation, type Place } from './operation.ts'
import { problemPages } from './problem-pages.ts'
import { fieldsOf, type Schema, type Schemas } from './schema.ts'
import { searchIndex, type Findable } from './search-index.ts'
import { templates } from './templates.ts'
import { versionsPage } from './versions-page.ts'
import { webhookEventsPage, type DescribedEvents } from './webhooks/events-page.ts'

type AreaText = readonly [title: string, lead: string]
/** Whoever adds an area says here what it is for, or it does not compile. */
type PromisedArea = Exclude<keyof SonaqorContract, 'demo' | 'staff'>

/** How areas are called by people, with a line on what each is for. */
const areaTexts = {
  auth: ['Sign-in', 'Personal sessions of the dashboard. Servers use API keys instead.'],
  account: [
    'Account',
    'How people prove who they are: authenticator apps, passkeys, recovery codes.',
  ],
  sso: [
    'Single sign-on',
    'How people come in by the word of their company’s provider of OpenID Connect.',
  ],
  signOn: ['Sign-on', 'The way in by a provider: begun, left for it, and finished.'],
  sessions: ['Sessions', 'Where a person is signed in.'],
  preferences: ['Preferences', 'What people have chosen of the dashboard, for every device.'],
  drafts: ['Drafts', 'What people have not finished writing, kept for every device.'],
  me: ['Me', 'Who is asking.'],
  notifications: [
    'Notifications',
    'What members are told, how they want to hear, and what became of it.',
  ],
  team: ['Team', 'Who belongs to the tenant, who was invited, and who may do what.'],
  invites: ['Invitations', 'What whoever was invited does with the link.'],
  security: ['Security', 'How members have to sign in.'],
  reviews: ['Access reviews', 'Who and what still has access, looked at and signed.'],
  projects: ['Projects', 'What a tenant groups its apps by.'],
  apps: ['Apps', 'The doors of a project: each belongs to one environment and holds keys.'],
  webhooks: ['Webhooks', 'What happens, brought to your servers, at least once each.'],
  webhookInbox: [
    'Test inbox',
    'What an app of the sandbox would be sent, kept to be looked at and passed on.',
  ],
  keys: ['API keys', 'What authenticates your servers.'],
  logs: ['Logs', 'Every request made with an API key, redacted before it is stored.'],
  logViews: ['Views of logs', 'Searches of the logs that somebody or the team has kept.'],
  customers: ['Customers', 'Send your end-customers in.'],
  transactions: ['Transactions', 'Send purchases and transfers in.'],
  embeds: ['Embed sessions', 'The short-lived right of one page to show some modules.'],
  releases: ['Releases', 'How module teams ship a build.'],
  registry: ['Registry', 'How hosts find modules at run time.'],
  audit: ['Audit', 'Every sensitive act, in a chain that you can verify.'],
  jobs: ['Jobs', 'Background work: how far it is, and what can be done about it.'],
  exports: ['Exports', 'Files of any size, written in the background, each with a manifest.'],
  supportAccess: [
    'Access by Sonaqor',
    'What Sonaqor’s staff may see of the tenant: nothing, but for a time that the tenant allows.',
  ],
} satisfies Readonly<Record<PromisedArea, AreaText>>

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Schemas }
  readonly webhooks: DescribedEvents
}

/** What is written by hand, made for where this Sonaqor is reached and for what was built. */
export interface Guides {
  readonly guides: readonly DocsPage[]
  readonly embedding: readonly DocsPage[]
}

export interface Docs {
  readonly found: readonly Findable[]
  /** The pages by path, each written when it is asked for. */
  readonly pages: ReadonlyMap<string, (companions: Companions) => string>
  /** For who followed an old link, or mistyped one. */
  readonly missing: (companions: Companions) => string
}

/**
 * All pages of the docs, for the Sonaqor that is reached at `url`. The reference is made from the
 * contract, so it cannot be stale.
 */
export function docsOf(
  contract: Contract,
  url: string,
  hasScript: boolean,
  { guides, embedding }: Guides,
): Docs {
  const document = openapi(contract) as unknown as Document
  const place: Place = { url, hasScript, schemas: document.components.schemas }
  const areas = Object.keys(contract)
    .filter((area) => promised(contract, area).length > 0)
    .map((area) => areaPage(area, contract, document, place))
  const problems = problemPages()
  const brought = webhookEventsPage(document.webhooks, place.schemas)
  const told = [brought, versionsPage(contract), changelog(contract)]
  const groups = [
    { title: 'Guides', pages: guides },
    { title: 'Embedding', pages: embedding },
    { title: 'API', pages: areas },
    { title: 'Reference', pages: [scopesPage(), eventsPage(), ...told, ...problems] },
  ]
  const nav = groups.map(({ title, pages }): NavGroup => {
    const listed = pages.filter(({ path }) => !path.startsWith('/docs/problems/'))
    return { title, links: listed.map((page) => linkTo(page, contract)) }
  })
  return {
    found: searchIndex(groups, contract),
    pages: new Map(
      groups
        .flatMap(({ pages }) => pages)
        .map((page) => [page.path, (companions) => layout(page, nav, companions, templates)]),
    ),
    missing: (companions) => layout(missingPage(hasScript), nav, companions, templates),
  }
}

const missingPage = (hasSearch: boolean): DocsPage => ({
  path: '',
  title: 'There is no such page',
  lead: `The docs have nothing at this address. ${hasSearch ? 'Search for it above, or choose' : 'Choose'} a page from the list.`,
  content: html`<p><a href="/docs">Start of the docs</a></p>`,
})

/** The endpoints of an area that callers may build on. */
const promised = (contract: Contract, area: string) =>
  Object.entries(contract[area] ?? {}).filter(([, { options }]) => !options.internal)

const apiPath = '/docs/api/'

/** An area shows its operations below it while it is read. */
function linkTo({ path, title }: DocsPage, contract: Contract) {
  if (!path.startsWith(apiPath)) return { href: path, title }
  const area = path.slice(apiPath.length)
  const within = promised(contract, area).map(([verb, { options }]) => ({
    href: `#${area}.${verb}`,
    title: options.summary,
  }))
  return { href: path, title, within }
}

function areaPage(area: string, contract: Contract, document: Document, place: Place): DocsPage {
  const texts: Readonly<Record<string, AreaText>> = areaTexts
  const [title, lead] = texts[area] ?? [area, '']
  const sections = promised(contract, area).map(([verb, endpoint]) => {
    const item = document.paths[`/v1${endpoint.path}`]
    const operation = item?.[endpoint.method.toLowerCase()]
    if (!operation) throw new Error(`The OpenAPI document lacks ${area}.${verb}.`)
    return operationSection(operation, endpoint, place)
  })
  return { path: apiPath + area, title, lead, content: html`${sections}`, isWide: true }
}

function scopesPage(): DocsPage {
  const rows = scopes.map((scope) => {
    const { allows, roles: by, embeds } = scopeTable[scope]
    const keys = keyScopes.some((one) => one === scope)
    const holders = [...roles.map((role) => (by as readonly Role[]).includes(role)), keys, embeds]
    return [
      html`<code id="${scope}">${scope}</code>`,
      allows,
      holders.map((may) => (may ? 'yes' : '–')),
    ].flat()
  })
  const heads = ['Scope', 'Allows to', ...roles.map(capital), 'API key', 'Embed']
  return {
    path: '/docs/scopes',
    title: 'Scopes',
    lead: 'The one vocabulary of permission, and who may hold what.',
    content: table(heads, rows),
  }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function eventsPage(): DocsPage {
  const rows = eventTypes.map(({ name, scope, data }) => {
    const { $defs = {}, ...schema } = z.toJSONSchema(data, { unrepresentable: 'any' })
    const fields = fieldsOf(schema as Schema, $defs as Schemas)
    const names = fields.filter(({ path }) => !path.includes('.')).map(({ path }) => path)
    return [name, scope, names.join(', ')].map((code) => html`<code>${code}</code>`)
  })
  return {
    path: '/docs/events',
    title: 'Events',
    lead: 'What happens in a tenant, by the same names in live updates, audit and webhooks.',
    content: table(['Event', 'Heard with', 'Carries'], rows),
  }
}
