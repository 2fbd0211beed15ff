import type { Text } from '@sonaqor/module/texts'
import { parsePolicy, writePolicy, type Directives } from './csp.ts'
import { good, type Finding } from './finding.ts'
import type { PageHeaders } from './headers.ts'
import { needs, socketOf, type Need, type PolicyPlace } from './needs.ts'
import * as texts from './texts/en.ts'

const words: Readonly<Record<Need['name'], Readonly<Record<'met' | 'unmet' | 'change', Text>>>> = {
  script: { met: texts.scriptsAllowed, unmet: texts.scriptsRefused, change: texts.allowScripts },
  connect: {
    met: texts.connectAllowed,
    unmet: texts.connectRefused,
    change: texts.allowConnect,
  },
  frame: { met: texts.framesAllowed, unmet: texts.framesRefused, change: texts.allowFrames },
  types: { met: texts.typesAllowed, unmet: texts.typesRefused, change: texts.allowTypes },
}

/** Whether the policies of a page let an embed work: what passes must pass each of them. */
export function checkPolicy(
  { policies, reportOnly }: Pick<PageHeaders, 'policies' | 'reportOnly'>,
  place: PolicyPlace,
): readonly Finding[] {
  const enforced = policies.map(parsePolicy)
  const unmet = (all: readonly Directives[]) =>
    needs.filter((need) => all.some((one) => !need.isMet(one, place)))
  const planned = unmet(reportOnly.map(parsePolicy)).length
  const findings =
    enforced.length === 0
      ? [good('policy.none', (say) => say(texts.noPolicy))]
      : [
          ...needs.map((need) => findingOf(need, enforced, place)),
          good('policy.style', (say) => say(texts.stylesNeedNothing)),
        ]
  if (planned === 0) return findings
  return [
    ...findings,
    {
      id: 'policy.planned',
      state: 'warning',
      says: (say) => say(texts.plannedRefuses, { count: planned }),
      change: (say) => say(texts.mendPlanned),
      snippet: mendPolicies(reportOnly, place).join('\n'),
    },
  ]
}

function findingOf(need: Need, enforced: readonly Directives[], place: PolicyPlace): Finding {
  const { name } = need
  const refusing = enforced.filter((one) => !need.isMet(one, place))
  const { met, unmet, change } = words[name]
  const { sonaqor: origin } = place
  if (refusing.length === 0) return good(`policy.${name}`, (say) => say(met, { origin }))
  return {
    id: `policy.${name}`,
    // Without frames all but secrets and the frame mode work.
    state: name === 'frame' ? 'warning' : 'wrong',
    says: (say) =>
      [
        say(unmet, { origin }),
        ...(enforced.length > 1
          ? [say(texts.ofSeveral, { refusing: refusing.length, count: enforced.length })]
          : []),
      ].join(' '),
    change: (say) => say(change),
    snippet: refusing.map((one) => lineOf(need.mended(one, place))).join('\n'),
  }
}

const lineOf = ([name, values]: ReturnType<Need['mended']>) => `${[name, ...values].join(' ')};`

/** The same policies with what they lack, and nothing less. */
export function mendPolicies(policies: readonly string[], place: PolicyPlace): readonly string[] {
  return policies.map((policy) => {
    const directives = new Map(parsePolicy(policy))
    for (const need of needs) {
      if (!need.isMet(directives, place)) directives.set(...need.mended(directives, place))
    }
    return writePolicy(directives)
  })
}

/** For a page that has no policy yet: the strictest that an embed works under. */
export function strictPolicy(origin: string): string {
  return [
    "default-src 'self'",
    "script-src 'nonce-{random}' 'strict-dynamic'",
    `connect-src 'self' ${origin} ${socketOf(origin)}`,
    `frame-src ${origin}`,
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    // The second is of the npm package, which brings our script by itself.
    'trusted-types sonaqor sonaqor-loader',
  ].join('; ')
}
