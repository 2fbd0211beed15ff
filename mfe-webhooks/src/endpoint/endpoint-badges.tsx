import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { EnvironmentBadge } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import { Badge, RelativeTime, Said, useText, type BadgeProps } from '@sonaqor/ui'
import { endingOf } from '../certificate/ending.ts'
import * as texts from '../texts/en.ts'

type State = Endpoint['state']

export const endpointStateTitles: Readonly<Record<State, Text>> = {
  active: texts.active,
  paused: texts.paused,
  disabled: texts.disabled,
}

const looks: Readonly<Record<State, Pick<BadgeProps, 'tone' | 'icon'>>> = {
  active: { tone: 'success', icon: 'check' },
  paused: { tone: 'neutral', icon: 'pause' },
  disabled: { tone: 'danger', icon: 'block' },
}

export interface EndpointBadgesProps {
  readonly of: Endpoint
  /** The environment whose events it gets stands here too. */
  readonly hasEnvironment?: boolean
}

/** Whether anything is sent to it. */
export function EndpointBadges({ of: endpoint, hasEnvironment = false }: EndpointBadgesProps) {
  const say = useText()
  const { state, because, failingSince, oldSecretEndsAt } = endpoint
  const ending = endingOf(endpoint)
  return (
    <span className="sq-wh-badges">
      {because === 'unconfirmed' ? (
        <Badge tone="warning" icon="clock">
          {say(texts.unconfirmed)}
        </Badge>
      ) : (
        <Badge {...looks[state]}>{say(endpointStateTitles[state])}</Badge>
      )}
      {state === 'active' && failingSince && (
        <Badge tone="warning" icon="alert">
          {say(texts.failing)}
        </Badge>
      )}
      {oldSecretEndsAt && (
        <Badge tone="info" icon="clock">
          {say(texts.rotating)}
        </Badge>
      )}
      {ending && (
        <Badge tone={ending === 'ended' ? 'danger' : 'warning'} icon="clock">
          {say(ending === 'ended' ? texts.certificateEnded : texts.certificateEnding)}
        </Badge>
      )}
      {hasEnvironment && <EnvironmentBadge of={endpoint.environment} />}
    </span>
  )
}

/** Since when it is not as it should be, and why; nothing of one that is well. */
export function EndpointTrouble({ of: endpoint }: { readonly of: Endpoint }) {
  const { state, because, since, failingSince } = endpoint
  if (state === 'active' && !failingSince) return null
  const [words, at] =
    state === 'active'
      ? [texts.failingSince, failingSince ?? since]
      : [stops[because ?? 'paused'], since]
  return <Said of={words} with={{ when: <RelativeTime at={at} /> }} />
}

const stops = {
  paused: texts.pausedSince,
  unconfirmed: texts.unconfirmedSince,
  failing: texts.disabledSince,
  gone: texts.goneSince,
} as const
