import type { TeamMember } from '@sonaqor/contract/team'
import { adopt } from '@sonaqor/ui'
import type { ComponentType } from 'react'
import sheet from './act-dialog.css'
import { CancelInviteDialog } from './cancel-invite-dialog.tsx'
import { ChangeRoleDialog } from './change-role-dialog.tsx'
import { ComplianceDialog } from './compliance-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ResetFactorsDialog } from './reset-factors-dialog.tsx'
import { SuspendDialog } from './suspend-dialog.tsx'
import type { ActName } from '../team-acts.ts'
import type { Asking } from '../use-team-acts.ts'
import { useMember } from '../use-team.ts'

adopt(sheet)

export interface ActDialogProps {
  /** As they are known now: whoever is asked about may change while the question stands. */
  readonly member: TeamMember
  readonly onClose: () => void
  /** There is nobody left whose drawer could stay open. */
  readonly onGone: () => void
}

const dialogs: Readonly<Partial<Record<ActName, ComponentType<ActDialogProps>>>> = {
  changeRole: ChangeRoleDialog,
  giveCompliance: ComplianceDialog,
  takeCompliance: ComplianceDialog,
  resetFactors: ResetFactorsDialog,
  suspend: SuspendDialog,
  remove: RemoveDialog,
  leave: LeaveDialog,
  cancel: CancelInviteDialog,
}

/** The question that stands before an act on somebody of the team. */
export function ActDialog({
  act,
  member: known,
  ...rest
}: Asking & Omit<ActDialogProps, 'member'>) {
  const { data: member = known } = useMember(known.id, known)
  const Asked = dialogs[act]
  return Asked ? <Asked member={member} {...rest} /> : null
}
