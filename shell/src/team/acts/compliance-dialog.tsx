import { complianceScopes } from '@sonaqor/contract/access'
import { AskDialog, useText, useToast } from '@sonaqor/ui'
import type { ActDialogProps } from './act-dialog.tsx'
import { Effects } from './effects.tsx'
import { allowedBy } from '../rights/scope-words.ts'
import { calledOf } from '../team-acts.ts'
import * as texts from '../texts/en.ts'
import { useSetCompliance } from '../use-team-writes.ts'

/** All of the compliance scopes or none: they go beside a role, whichever it is. */
export function ComplianceDialog({ member, onClose }: ActDialogProps) {
  const say = useText()
  const toast = useToast()
  const set = useSetCompliance()
  const name = calledOf(member)
  const gives = !member.compliance
  const onDo = () =>
    set.mutate(
      { of: member, compliance: gives },
      {
        onSuccess: () => {
          onClose()
          const title = gives ? texts.complianceGiven : texts.complianceTaken
          toast({ tone: 'success', title: say(title, { name }) })
        },
      },
    )
  return (
    <AskDialog
      title={say(gives ? texts.giveComplianceTitle : texts.takeComplianceTitle, { name })}
      verb={say(gives ? texts.giveCompliance : texts.takeCompliance)}
      look={gives ? 'primary' : 'danger'}
      isBusy={set.isPending}
      error={set.error}
      onDo={onDo}
      onClose={onClose}
    >
      <p>{say(texts.complianceDetail)}</p>
      <Effects
        title={say(gives ? texts.gained : texts.lost)}
        kind={gives ? 'gained' : 'lost'}
        lines={complianceScopes.map((scope) => allowedBy(scope, say))}
      />
    </AskDialog>
  )
}
