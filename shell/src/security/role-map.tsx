import type { SsoConnection } from '@sonaqor/contract/sso'
import { Button, Field, Input, Select, useText } from '@sonaqor/ui'
import { roleOptions } from './role-options.ts'
import * as texts from './texts/en.ts'

type Lines = SsoConnection['roleMap']

interface RoleMapProps {
  readonly lines: Lines
  readonly onChange: (lines: Lines) => void
}

/** Which group of the provider becomes what here, a line each. */
export function RoleMap({ lines, onChange }: RoleMapProps) {
  const say = useText()
  const put = (place: number, changed: Partial<Lines[number]>) =>
    onChange(lines.map((line, i) => (i === place ? { ...line, ...changed } : line)))
  return (
    <fieldset className="sq-security-map">
      <legend>{say(texts.groupsToRoles)}</legend>
      <p className="sq-security-purpose">{say(texts.groupsToRolesHint)}</p>
      {lines.map((line, place) => (
        // Lines have no name but their place: two may say the same while one writes.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className="sq-security-line">
          <Field label={say(texts.group)}>
            <Input
              value={line.value}
              autoComplete="off"
              spellCheck={false}
              onChange={(value) => put(place, { value })}
            />
          </Field>
          <Field label={say(texts.role)}>
            <Select
              options={roleOptions(say)}
              value={line.role}
              onChange={(role) => put(place, { role })}
            />
          </Field>
          <Button
            size="small"
            icon="close"
            aria-label={say(texts.removeLine)}
            onClick={() => onChange(lines.filter((_, i) => i !== place))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon="plus"
        onClick={() => onChange([...lines, { value: '', role: 'viewer' }])}
      >
        {say(texts.addGroup)}
      </Button>
    </fieldset>
  )
}
