import type { StaffRole } from '@sonaqor/contract/access'
import { Field, Select, useText } from '@sonaqor/ui'
import { roleHints, roleTexts, staffRoleNames } from './role-texts.ts'
import * as texts from '../texts/en.ts'

interface RoleFieldProps {
  readonly value: StaffRole
  readonly onChange: (role: StaffRole) => void
  readonly error?: string | undefined
}

/** The role of somebody of the staff, with what it lets them do. */
export function RoleField({ value, onChange, error }: RoleFieldProps) {
  const say = useText()
  return (
    <Field label={say(texts.role)} hint={say(roleHints[value])} error={error}>
      <Select
        options={staffRoleNames.map((role) => ({ value: role, label: say(roleTexts[role]) }))}
        value={value}
        onChange={onChange}
      />
    </Field>
  )
}
