import type { InviteRow } from '@sonaqor/contract/team'
import { adopt, Badge, Button, Dialog, useText, type BadgeProps } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import sheet from './invite-outcome.css'
import * as texts from '../texts/en.ts'

adopt(sheet)

interface Outcome extends Pick<BadgeProps, 'tone' | 'icon'> {
  readonly title: Text
  readonly detail: Text | undefined
}

const outcomes: Readonly<Record<InviteRow['outcome'], Outcome>> = {
  invited: { tone: 'success', icon: 'check', title: texts.sent, detail: undefined },
  member: { icon: 'person', title: texts.isMember, detail: texts.isMemberDetail },
  'already-invited': { icon: 'clock', title: texts.isInvited, detail: texts.isInvitedDetail },
  'not-an-address': {
    tone: 'danger',
    icon: 'alert',
    title: texts.noAddress,
    detail: texts.noAddressDetail,
  },
  'too-often': {
    tone: 'warning',
    icon: 'clock',
    title: texts.tooOften,
    detail: texts.tooOftenDetail,
  },
}

export interface InviteOutcomeProps {
  readonly rows: readonly InviteRow[]
  /** Puts the wrong ones before the reader once more. */
  readonly onCorrect: (emails: readonly string[]) => void
  readonly onClose: () => void
}

/** What became of each address, the ones that need something first. */
export function InviteOutcome({ rows, onCorrect, onClose }: InviteOutcomeProps) {
  const say = useText()
  const wrong = rows.filter(({ outcome }) => outcome === 'not-an-address')
  const sent = rows.filter(({ outcome }) => outcome === 'invited')
  const count = sent.length
  const others = rows.filter((row) => !wrong.includes(row) && !sent.includes(row))
  return (
    <Dialog
      title={say(texts.someInvited, { count, of: rows.length })}
      onClose={onClose}
      actions={
        <>
          {wrong.length > 0 && (
            <Button onClick={() => onCorrect(wrong.map(({ email }) => email))}>
              {say(texts.correctWrong, { count: wrong.length })}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            {say(texts.done)}
          </Button>
        </>
      }
    >
      <ul className="sq-invite-rows">
        {[...wrong, ...others, ...sent].map((row) => (
          <OutcomeRow key={row.email} row={row} />
        ))}
      </ul>
    </Dialog>
  )
}

function OutcomeRow({ row: { email, outcome } }: { readonly row: InviteRow }) {
  const say = useText()
  const { title, detail, ...look } = outcomes[outcome]
  return (
    <li>
      <span className="sq-invite-email">{email}</span>
      <Badge {...look}>{say(title)}</Badge>
      {detail && <span className="sq-invite-detail">{say(detail)}</span>}
    </li>
  )
}
