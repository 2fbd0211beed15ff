import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import {
  adopt,
  Banner,
  Button,
  exactly,
  Fact,
  Facts,
  Loaded,
  RelativeTime,
  Said,
  Skeleton,
  useLocale,
  useNow,
  useText,
  type Range,
} from '@sonaqor/ui'
import { useParts } from '@sonaqor/module'
import { useState } from 'react'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import { endingOf } from '../certificate/ending.ts'
import { HealthChart } from '../health/health-chart.tsx'
import { HealthFiles } from '../health/health-files.tsx'
import { useHealth } from '../health/use-health.ts'
import { Backlog, LastAttempt, Latency, Success } from '../list/health-cells.tsx'
import { clockTime } from '../live/clock-time.ts'
import * as common from '../texts/en.ts'
import sheet from './endpoint.css'
import { nameOf } from './endpoint-name.ts'
import { EndpointSettings } from './endpoint-settings.tsx'
import * as texts from './texts/en.ts'

adopt(sheet)

export interface EndpointOverviewProps {
  readonly of: Endpoint
  readonly range: Range
  readonly acts: EndpointActs
}

/** How an endpoint does, what somebody should do about it, and what it is set to. */
export function EndpointOverview({ of: endpoint, range, acts }: EndpointOverviewProps) {
  const health = useHealth(range, endpoint.id)
  return (
    <div className="sq-wh-overview">
      <Trouble of={endpoint} acts={acts} />
      <TwoSecrets of={endpoint} acts={acts} />
      <EndingCertificate of={endpoint} acts={acts} />
      <Loaded of={health} loading={<Skeleton rows={3} />}>
        {(series) => (
          <HealthChart of={series} acts={<HealthFiles of={series} name={nameOf(endpoint)} />} />
        )}
      </Loaded>
      <HealthFacts of={endpoint} />
      <EndpointSettings of={endpoint} acts={acts} />
      <Certificate of={endpoint} acts={acts} />
    </div>
  )
}

type PartProps = Pick<EndpointOverviewProps, 'of' | 'acts'>

/** What is wrong, since when, and the way on; what was skipped meanwhile is not lost. */
function Trouble({ of: endpoint, acts }: PartProps) {
  const say = useText()
  const { state, because, since, failingSince } = endpoint
  const { onTurn, onAsk, onTryNow } = acts
  const { heldBackUntil, isOneAtATime } = endpoint.health
  const locale = useLocale()
  const now = useNow()
  if (state === 'active') {
    if (!failingSince && !isOneAtATime) return null
    const isHeld = heldBackUntil !== null && Date.parse(heldBackUntil) > now
    const title = isHeld
      ? say(texts.heldBack, { when: clockTime(heldBackUntil, locale) })
      : say(isOneAtATime ? texts.isTriedOneByOne : texts.failsNow)
    return (
      <Banner
        tone="warning"
        title={title}
        actions={
          isHeld &&
          onTryNow && (
            <Button size="small" icon="play" onClick={() => onTryNow(endpoint)}>
              {say(common.tryNow)}
            </Button>
          )
        }
      >
        {isOneAtATime && <p>{say(common.heldBackWhy)}</p>}
        {failingSince && (
          <Said of={texts.failsSince} with={{ when: <RelativeTime at={failingSince} /> }} />
        )}
      </Banner>
    )
  }
  const [title, words] = {
    paused: [texts.isPaused, texts.pausedDetail] as const,
    unconfirmed: [texts.isUnconfirmed, texts.unconfirmedDetail] as const,
    failing: [texts.isDisabled, texts.failingDetail] as const,
    gone: [texts.isDisabled, texts.goneDetail] as const,
  }[because ?? 'paused']
  return (
    <Banner
      tone={state === 'disabled' ? 'danger' : 'info'}
      title={say(title)}
      actions={
        onTurn && (
          <>
            <Button size="small" icon="play" onClick={() => onTurn(endpoint)}>
              {say(because === 'unconfirmed' ? texts.askAgain : common.resume)}
            </Button>
            {endpoint.health.skipped > 0 && onAsk && (
              <span className="sq-wh-note">
                {say(texts.skippedInTime, { count: endpoint.health.skipped })}
              </span>
            )}
          </>
        )
      }
    >
      <Said of={words} with={{ when: <RelativeTime at={since} /> }} />
    </Banner>
  )
}

/** A rotation is over only when the old secret has ended. */
function TwoSecrets({ of: endpoint, acts: { onAsk } }: PartProps) {
  const say = useText()
  const locale = useLocale()
  const { oldSecretEndsAt } = endpoint
  if (!oldSecretEndsAt) return null
  return (
    <Banner
      title={say(texts.twoSecrets)}
      actions={
        onAsk && (
          <Button size="small" onClick={() => onAsk('end-old-secret', endpoint)}>
            {say(common.endOldAsked)}
          </Button>
        )
      }
    >
      {say(texts.twoSecretsUntil, { when: exactly(new Date(oldSecretEndsAt), locale) })}
    </Banner>
  )
}

/** Whoever receives refuses one that has ended; a new one takes a while to be issued. */
function EndingCertificate({ of: endpoint, acts: { onSetCertificate } }: PartProps) {
  const say = useText()
  const ending = endingOf(endpoint)
  if (!ending || !endpoint.certificate) return null
  const hasEnded = ending === 'ended'
  return (
    <Banner
      tone={hasEnded ? 'danger' : 'warning'}
      title={say(hasEnded ? common.certificateEnded : common.certificateEnding)}
      actions={
        onSetCertificate && (
          <Button size="small" icon="key" onClick={() => onSetCertificate(endpoint)}>
            {say(texts.replaceCertificate)}
          </Button>
        )
      }
    >
      <Said
        of={hasEnded ? texts.certificateEndedDetail : texts.certificateEndingDetail}
        with={{ when: <RelativeTime at={endpoint.certificate.validUntil} /> }}
      />
    </Banner>
  )
}

/** It stands last, so that nothing moves when it comes; without it everything else is there. */
function Certificate(props: PartProps) {
  const [isMissing, setMissing] = useState(false)
  const { parts } = useParts(
    () => import('../certificate/certificate-part.ts'),
    !isMissing,
    () => setMissing(true),
  )
  return parts && <parts.CertificateSection {...props} />
}

function HealthFacts({ of: endpoint }: { readonly of: Endpoint }) {
  const say = useText()
  const locale = useLocale()
  const { health } = endpoint
  return (
    <Facts>
      <Fact name={say(common.success)}>
        <Success of={health} />
      </Fact>
      <Fact name={say(common.latencyTitle)}>
        <Latency of={health} />
      </Fact>
      <Fact name={say(common.backlog)}>
        <Backlog of={health} />
      </Fact>
      <Fact name={say(texts.givenUp)}>{health.failed.toLocaleString(locale)}</Fact>
      <Fact name={say(texts.skipped)} hint={say(texts.skippedMeans)}>
        {health.skipped.toLocaleString(locale)}
      </Fact>
      <Fact name={say(common.lastAttempt)}>
        <LastAttempt of={endpoint} />
      </Fact>
    </Facts>
  )
}
