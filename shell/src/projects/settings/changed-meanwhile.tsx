import { adopt, Banner, Button, useText } from '@sonaqor/ui'
import sheet from './changed-meanwhile.css'
import * as texts from '../texts/en.ts'

adopt(sheet)

/** One field as each of the two versions has it. */
export interface Dispute {
  readonly field: string
  readonly theirs: string
  readonly yours: string
}

interface ChangedMeanwhileProps {
  readonly disputes: readonly Dispute[]
  readonly onTakeTheirs: () => void
  readonly onKeepYours: () => void
}

/** Somebody else has changed the same thing: both versions, and the choice between them. */
export function ChangedMeanwhile({ disputes, onTakeTheirs, onKeepYours }: ChangedMeanwhileProps) {
  const say = useText()
  return (
    <Banner
      tone="warning"
      title={say(texts.changedMeanwhile)}
      actions={
        <>
          <Button size="small" onClick={onTakeTheirs}>
            {say(texts.takeTheirs)}
          </Button>
          <Button size="small" onClick={onKeepYours}>
            {say(texts.keepYours)}
          </Button>
        </>
      }
    >
      <ul className="sq-versions">
        {disputes
          .filter(({ theirs, yours }) => theirs !== yours)
          .map(({ field, theirs, yours }) => (
            <li key={field}>
              <strong>{field}</strong>
              <dl className="sq-version">
                <dt>{say(texts.theirVersion)}</dt>
                <dd>{theirs || say(texts.nothingInIt)}</dd>
                <dt>{say(texts.yourVersion)}</dt>
                <dd>{yours || say(texts.nothingInIt)}</dd>
              </dl>
            </li>
          ))}
      </ul>
    </Banner>
  )
}
