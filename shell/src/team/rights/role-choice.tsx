import { roles, type Role } from '@sonaqor/contract/access'
import { useModule } from '@sonaqor/module'
import { Button, RadioGroup, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { isWithin } from './levels.ts'
import { PermissionMatrix } from './permission-matrix.tsx'
import { roleWords } from './role-words.ts'
import * as texts from '../texts/en.ts'

export interface RoleChoiceProps {
  readonly value: Role | undefined
  readonly error: string | undefined
  readonly onChange: (role: Role) => void
}

/** A role, each with what it may do in a line; one above one’s own says why it cannot be given. */
export function RoleChoice({ value, error, onChange }: RoleChoiceProps) {
  const say = useText()
  const { can } = useModule()
  const [isAsking, ask] = useState(false)
  const optionOf = (role: Role, isMine: boolean) => {
    const { title, means } = roleWords[role]
    const option = { value: role, label: say(title), hint: say(means) }
    return isMine ? option : { ...option, disabledBecause: say(texts.roleAboveYou) }
  }
  return (
    <div className="sq-team-effects">
      <RadioGroup
        label={say(texts.role)}
        error={error}
        options={roles.map((role) => optionOf(role, isWithin(role, can)))}
        value={value}
        onChange={onChange}
      />
      <div>
        <Button look="quiet" size="small" icon="info" onClick={() => ask(true)}>
          {say(texts.compareRoles)}
        </Button>
      </div>
      {isAsking && <PermissionMatrix onClose={() => ask(false)} />}
    </div>
  )
}
