import type { AuditFault } from '@sonaqor/contract/audit'
import { adopt, Banner, Copied, failureOf, Progress, useText } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import type { Verifying } from './use-verifying.ts'
import sheet from './verdict.css'

adopt(sheet)

/** How far the walk is, and what it has found. */
export function Verdict({ of: verifying }: { readonly of: Verifying }) {
  switch (verifying.state) {
    case 'running':
      return <Running {...verifying} />
    case 'intact':
      return <Intact {...verifying} />
    case 'broken':
      return <Broken {...verifying} />
    case 'failed':
      return <NotVerified {...verifying} />
  }
}

type Told<State extends Verifying['state']> = Omit<Extract<Verifying, { state: State }>, 'state'>

function Running({ done, total }: Told<'running'>) {
  const say = useText()
  const words = total === undefined ? undefined : say(texts.entriesOf, { done, total })
  return (
    <div className="sq-audit-progress">
      <Progress
        label={say(texts.verifyRunning)}
        share={total ? done / Math.max(total, done) : undefined}
        words={words}
      />
      <output>{words ?? say(texts.verifyRunning)}</output>
    </div>
  )
}

function Intact({ done: entries, head, checkpoints }: Told<'intact'>) {
  const say = useText()
  return (
    <Banner tone="success" title={say(texts.intact)}>
      {say(texts.intactDetail, { entries, checkpoints })}
      {entries > 0 && (
        <div className="sq-audit-verdict">
          <span>{say(texts.head)}</span>
          <Copied text={head} what={say(texts.head)} />
        </div>
      )}
    </Banner>
  )
}

const faults: Readonly<Record<AuditFault, Text>> = {
  changed: texts.faultChanged,
  unlinked: texts.faultUnlinked,
  missing: texts.faultMissing,
  'head-differs': texts.faultHeadDiffers,
  'checkpoint-differs': texts.faultCheckpointDiffers,
  'checkpoint-forged': texts.faultCheckpointForged,
}

function Broken({ done, at, fault }: Told<'broken'>) {
  const say = useText()
  return (
    <>
      <Banner tone="danger" title={say(texts.verifyBroken, { at })}>
        {say((fault && faults[fault]) ?? texts.faultUnknown)}{' '}
        {say(texts.entriesHold, { count: done })}
      </Banner>
      <section className="sq-audit-advice">
        <h3>{say(texts.whatToDo)}</h3>
        <ol>
          <li>{say(texts.whatToDoIncident)}</li>
          <li>{say(texts.whatToDoCopy)}</li>
          <li>{say(texts.whatToDoTrust)}</li>
        </ol>
      </section>
    </>
  )
}

function NotVerified({ done, error }: Told<'failed'>) {
  const say = useText()
  const { reason, advice } = failureOf(error, say)
  return (
    <Banner tone="warning" title={say(texts.verifyFailed)}>
      {reason} {advice} {say(texts.entriesHold, { count: done })}
    </Banner>
  )
}
