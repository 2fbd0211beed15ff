import type { Endpoint, EndpointChange, NewEndpoint } from '@sonaqor/contract/webhook-endpoints'
import { conditionsIn, hasPlaces, rowsOf, writeRows } from './condition-rows.ts'

/**
 * What has been filled in so far, as it is kept while it is written: texts alone. What headers say may be
 * a secret of somebody's, and is kept nowhere.
 */
export const emptyDraft = {
  url: '',
  label: '',
  appId: '',
  /** `all`, or `chosen` of those that `types` names with spaces between. */
  which: 'all',
  types: '',
  reach: 'app',
  filter: '[]',
  pace: '',
  isOrdered: '',
  signing: 'hmac',
  /** Chosen once, as the signature is. */
  needsConsent: '',
  transformation: '',
}
export type EndpointDraft = typeof emptyDraft

export const typesOf = ({ types }: Pick<EndpointDraft, 'types'>): readonly string[] =>
  types.split(' ').filter(Boolean)

/** A header that is written; one that is kept has no value here. */
export interface HeaderRow {
  readonly name: string
  readonly value: string
  readonly isKept?: boolean
}

export function draftOf(endpoint: Endpoint): EndpointDraft {
  const { url, label, appId, eventTypes, reach, filter, maxPerSecond, isOrdered } = endpoint
  return {
    url,
    label: label ?? '',
    appId,
    which: eventTypes.length === 0 ? 'all' : 'chosen',
    types: eventTypes.join(' '),
    reach,
    filter: writeRows(rowsOf(filter)),
    pace: maxPerSecond === null ? '' : String(maxPerSecond),
    isOrdered: isOrdered ? 'yes' : '',
    signing: endpoint.signing,
    needsConsent: endpoint.needsConsent ? 'yes' : '',
    transformation: endpoint.transformation ?? '',
  }
}

/** Whether anything is set that stands behind the further settings. */
export const hasMore = ({
  reach,
  filter,
  pace,
  isOrdered,
  signing,
  needsConsent,
  transformation,
}: EndpointDraft) =>
  reach !== 'app' ||
  filter !== '[]' ||
  pace !== '' ||
  isOrdered !== '' ||
  signing !== 'hmac' ||
  needsConsent !== '' ||
  transformation !== ''

/** The fields in which something is missing or cannot be meant. */
export function faultsIn(draft: EndpointDraft): ReadonlySet<keyof EndpointDraft> {
  const { url, which, pace } = draft
  const perSecond = Number(pace)
  return new Set<keyof EndpointDraft>([
    ...(URL.canParse(url.trim()) ? [] : (['url'] as const)),
    ...(which === 'chosen' && typesOf(draft).length === 0 ? (['types'] as const) : []),
    ...(pace === '' || (Number.isInteger(perSecond) && perSecond >= 1 && perSecond <= perSecondMost)
      ? []
      : (['pace'] as const)),
    ...(hasPlaces(draft.filter) ? [] : (['filter'] as const)),
  ])
}

/** What the API takes. */
export const perSecondMost = 1000

function settingsOf(draft: EndpointDraft) {
  const { url, label, which, reach, filter, pace, isOrdered, transformation } = draft
  return {
    url: url.trim(),
    label: label.trim() || null,
    eventTypes: which === 'all' ? [] : [...typesOf(draft)],
    reach: reach === 'environment' ? ('environment' as const) : ('app' as const),
    filter: [...conditionsIn(filter)],
    maxPerSecond: pace === '' ? null : Number(pace),
    isOrdered: isOrdered !== '',
    transformation: transformation.trim() === '' ? null : transformation,
  }
}

export function newEndpointOf(draft: EndpointDraft, headers: readonly HeaderRow[]): NewEndpoint {
  const written = headers.filter(({ name }) => name.trim() !== '')
  return {
    ...settingsOf(draft),
    ...(draft.appId && { appId: draft.appId }),
    headers: Object.fromEntries(written.map(({ name, value }) => [name.trim(), value])),
    signing: draft.signing === 'ed25519' ? 'ed25519' : 'hmac',
    ...(draft.needsConsent && { needsConsent: true }),
  }
}

/** What is another than before; nothing where all is as it was. */
export function changeIn(
  before: Endpoint,
  draft: EndpointDraft,
  headers: readonly HeaderRow[],
): EndpointChange {
  const was: Readonly<Record<string, unknown>> = settingsOf(draftOf(before))
  const changed = Object.entries(settingsOf(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
  )
  const headersNow = headerChange(before, headers)
  return {
    ...Object.fromEntries(changed),
    ...(Object.keys(headersNow).length > 0 && { headers: headersNow }),
  }
}

/**
 * The origin that what is kept of headers was given for, where the draft leads to another one, at which
 * somebody else may listen; undefined where all stays kept.
 */
export function originLeft({ url }: Endpoint, draft: EndpointDraft): string | undefined {
  const origin = URL.parse(url)?.origin
  const next = URL.parse(draft.url.trim())?.origin
  return next === undefined || next === origin ? undefined : origin
}

/** Those that are written are set, and those that were taken off are taken away. */
function headerChange({ headerNames }: Endpoint, headers: readonly HeaderRow[]) {
  const left = new Set(headers.map(({ name }) => name.trim().toLowerCase()))
  const gone = headerNames.filter((name) => !left.has(name.toLowerCase()))
  const set = headers.filter(({ name, isKept }) => name.trim() !== '' && !isKept)
  return Object.fromEntries<string | null>([
    ...gone.map((name) => [name, null] as const),
    ...set.map(({ name, value }) => [name.trim(), value] as const),
  ])
}
