import type { Look } from '@sonaqor/contract/staff'
import { Banner, Button, RelativeTime, Said, useLocale, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { handOver } from './hand-over.ts'
import * as texts from '../texts/en.ts'
import { useKeptAsking } from '../use-kept-asking.ts'

export interface LookRoomProps {
  readonly look: Look
  /** Where what is seen is drawn: no cookie of staff is reachable there. */
  readonly tenantsOrigin: string
  readonly enterAgain: () => Promise<Look>
  /** Whether the tenant lets it go on, asked for while nothing in there asks. */
  readonly stillRuns: () => Promise<boolean>
  readonly onLeave: (isOver: boolean) => void
}

/** A tenant as it lets itself be seen, below a bar that nothing in there can draw over. */
export function LookRoom(props: LookRoomProps) {
  const { look, tenantsOrigin, enterAgain, stillRuns, onLeave } = props
  const say = useText()
  const { tenant, access } = look
  useKeptAsking(async () => {
    if (!(await stillRuns())) onLeave(true)
  })
  return (
    <>
      <section className="sq-look-bar" aria-label={tenant.name}>
        <Banner
          tone="warning"
          title={say(texts.readOnlyBar, { tenant: tenant.name })}
          actions={<Button onClick={() => onLeave(false)}>{say(texts.leave)}</Button>}
        >
          {say(texts.allIsRecorded)}{' '}
          {access.until && (
            <Said of={texts.endsWhen} with={{ when: <RelativeTime at={access.until} /> }} />
          )}
        </Banner>
      </section>
      <LookFrame {...{ look, tenantsOrigin, enterAgain }} onOver={() => onLeave(true)} />
    </>
  )
}

interface LookFrameProps extends Omit<LookRoomProps, 'stillRuns' | 'onLeave'> {
  readonly onOver: () => void
}

/** The page of the tenants' origin; it opens no window, and leads nowhere else. */
function LookFrame({ look, tenantsOrigin, enterAgain, onOver }: LookFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const locale = useLocale()
  const again = useEffectEvent(enterAgain)
  const over = useEffectEvent(onOver)
  const begin = useEffectEvent((element: HTMLIFrameElement) =>
    handOver({
      frame: element,
      origin: tenantsOrigin,
      look,
      locale,
      enterAgain: () => again(),
      onOver: () => over(),
    }),
  )
  useEffect(() => (frame.current ? begin(frame.current) : undefined), [])
  return (
    <iframe
      ref={frame}
      className="sq-look-frame"
      title={look.tenant.name}
      src={`${tenantsOrigin}/look`}
      // It is of another origin than the page around it, whose bounds it cannot take away.
      // oxlint-disable-next-line react/iframe-missing-sandbox
      sandbox="allow-scripts allow-same-origin allow-forms"
      allow="clipboard-write"
    />
  )
}
