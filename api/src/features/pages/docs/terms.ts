/** What holds for an operation beside its shapes: who may, how often, and what sending it again means. */
import {
  isStaffScope,
  scopeTable,
  type Access,
  type EndpointOptions,
  type Limit,
  type Scope,
  type StaffScope,
} from '@sonaqor/contract'
import { html, type Html } from '../html.ts'
import { prose } from './layout.ts'

type Line = readonly [name: string, words: string | Html | readonly (string | Html)[]]

export function terms(options: EndpointOptions): Html {
  const { deprecated, fleeting, idempotent, revised, limit, reveals, bodyMax, stepUp } = options
  const lines: readonly (Line | false | undefined)[] = [
    deprecated && [
      'Deprecated',
      `Since ${deprecated.since}${deprecated.sunset ? `; from ${deprecated.sunset} on it may be gone` : ''}.`,
    ],
    ['Access', accessOf(options)],
    reveals && [
      'Shows more',
      html`with the scope <a href="/docs/scopes"><code>${reveals}</code></a
        >; without it, a part is held back.`,
    ],
    stepUp && ['Second factor', prose(stepUpLines[stepUp])],
    limit && ['Limit', limitLine(limit)],
    bodyMax !== undefined && ['Body', `At most ${bodyMax / 1024} KiB.`],
    idempotent && [
      'Sent twice',
      prose(
        'With the same `Idempotency-Key` it is done once: the first answer is kept for 24 hours and given again.',
      ),
    ],
    revised && [
      'Changed meanwhile',
      prose(
        'Send the revision that you saw in `If-Match`; where there is a newer one, nothing is changed.',
      ),
    ],
    fleeting && [
      'Gone',
      prose('What it names is there for a while alone, and then answered with 410.'),
    ],
  ]
  return html`<dl class="terms">
    ${lines.map(
      (line) =>
        line &&
        html`<div>
          <dt>${line[0]}</dt>
          <dd>${line[1]}</dd>
        </div>`,
    )}
  </dl>`
}

const stepUpLines = {
  session: 'A member has shown one within the last five minutes. A key needs none.',
  operation: 'A proof for this one call, in `Step-Up-Proof`.',
}

const windows: Readonly<Record<number, string>> = {
  1: 'second',
  60: 'minute',
  3600: 'hour',
  86_400: 'day',
}

const limitLine = ({ requests, seconds, per }: Limit): string =>
  `${requests} requests a ${windows[seconds] ?? `${seconds} seconds`} for each ${per === 'ip' ? 'address' : 'credential'}, within the quota of the whole.`

const accessLines: Readonly<Record<Exclude<Access, Scope | StaffScope>, string>> = {
  public: 'Anybody may call it.',
  member: 'Any signed-in member may call it.',
  embed: 'For a partner’s page, with the token of its embed session.',
  staff: 'For module teams, with the token of their module.',
  'staff-session': 'For Sonaqor’s own staff.',
}

const onlyLines = {
  member: ' Only a signed-in member may call it, and no API key.',
  key: ' Only an API key may call it: what it does belongs to the app of the key.',
}

const embedLine = (secret: EndpointOptions['secret'] = false): string =>
  secret === true
    ? ' With an embed session, only our own frame may call it: the answer shows a secret.'
    : " A partner's page may call it from its own origin with an embed session."

function accessOf({ access, only, embeddable, secret }: EndpointOptions): Html {
  return html`${accessLine(access)}${only && onlyLines[only]}${embeddable && embedLine(secret)}`
}

function accessLine(access: Access): Html {
  if (isStaffScope(access)) return html`${accessLines['staff-session']}`
  return access in scopeTable
    ? html`Needs the scope <a href="/docs/scopes#${access}"><code>${access}</code></a
        >.`
    : html`${accessLines[access as Exclude<Access, Scope | StaffScope>]}`
}
