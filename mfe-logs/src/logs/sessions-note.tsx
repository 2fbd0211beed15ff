import { adopt, Button, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import sheet from './sessions-note.css'

adopt(sheet)

export interface SessionsNoteProps {
  readonly areShown: boolean
  readonly onShow: (areShown: boolean) => void
}

/**
 * Says whether opened embed sessions are among the rows. A partner's server asks for one at each visit
 * of a page, so that by themselves they would leave little room for what else its keys do.
 */
export function SessionsNote({ areShown, onShow }: SessionsNoteProps) {
  const say = useText()
  return (
    <p className="sq-logs-note sq-sessions-note">
      {say(areShown ? texts.sessionsShown : texts.sessionsLeftOut)}
      <Button look="quiet" size="small" onClick={() => onShow(!areShown)}>
        {say(areShown ? texts.leaveSessionsOut : texts.showSessions)}
      </Button>
    </p>
  )
}
