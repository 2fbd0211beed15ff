import type { Role } from '@sonaqor/contract/access'
import type { InviteRow } from '@sonaqor/contract/team'
import { Field, FormDialog, Textarea, useText, useToast } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useState } from 'react'
import { emailsIn, invitedAtOnce } from './invite-emails.ts'
import { InviteOutcome } from './invite-outcome.tsx'
import { RoleChoice } from '../rights/role-choice.tsx'
import * as texts from '../texts/en.ts'
import { useInvite } from '../use-team-writes.ts'

export interface InviteDialogProps {
  readonly onClose: () => void
}

/** Invites many at once; what was wrong with some is told row by row, and can be put right. */
export function InviteDialog({ onClose }: InviteDialogProps) {
  const say = useText()
  const toast = useToast()
  const invite = useInvite()
  const [pasted, paste] = useState('')
  const [role, choose] = useState<Role>()
  const [asked, setAsked] = useState(false)
  const [answered, setAnswered] = useState<readonly InviteRow[]>()
  const emails = emailsIn(pasted)
  const faults = faultsIn(emails, role, say)

  const submit = () => {
    setAsked(true)
    if (faults.emails || faults.role || !role) return
    invite.mutate(
      { emails, role },
      {
        onSuccess({ data }) {
          const count = data.filter(({ outcome }) => outcome === 'invited').length
          if (count < data.length) return setAnswered(data)
          onClose()
          toast({
            tone: 'success',
            title: say(texts.invitesSent, { count }),
            detail: say(texts.linkLasts),
          })
        },
      },
    )
  }
  const correct = (wrong: readonly string[]) => {
    paste(wrong.join('\n'))
    setAsked(false)
    setAnswered(undefined)
  }
  if (answered) return <InviteOutcome rows={answered} onCorrect={correct} onClose={onClose} />

  return (
    <FormDialog
      title={say(texts.invitePeople)}
      onClose={onClose}
      leaving={
        emails.length > 0
          ? {
              question: say(texts.discardEntered),
              leave: say(texts.discard),
              stay: say(texts.keepEditing),
            }
          : undefined
      }
      verb={say(texts.sendInvites, { count: emails.length })}
      isBusy={invite.isPending}
      error={invite.error}
      onSubmit={submit}
    >
      <Field
        label={say(texts.emails)}
        hint={say(texts.emailsHint)}
        error={asked ? faults.emails : undefined}
      >
        <Textarea
          value={pasted}
          rows={4}
          autoComplete="off"
          spellCheck={false}
          placeholder={say(texts.emailsExample)}
          onChange={paste}
        />
      </Field>
      <RoleChoice value={role} error={asked ? faults.role : undefined} onChange={choose} />
    </FormDialog>
  )
}

function faultsIn(emails: readonly string[], role: Role | undefined, say: Say) {
  const count = emails.length
  const many = count > invitedAtOnce ? say(texts.tooManyEmails, { count }) : undefined
  return {
    emails: count === 0 ? say(texts.emailsMissing) : many,
    role: role ? undefined : say(texts.roleMissing),
  }
}
