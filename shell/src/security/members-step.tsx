import { Checkbox, Field, Input, Select, useText, type Answer } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { RoleMap } from './role-map.tsx'
import { roleOptions } from './role-options.ts'
import type { Draft, StepProps } from './sso-draft.ts'
import { ssoRoleWords } from './sso-words.ts'
import * as texts from './texts/en.ts'

/** Who comes in by the provider, and as what. */
export function MembersStep({ draft, onChange }: StepProps) {
  const say = useText()
  return (
    <>
      <Checkbox
        label={say(texts.createsMembers)}
        hint={say(texts.createsMembersHint)}
        checked={draft.createsMembers}
        onChange={(createsMembers) => onChange({ createsMembers })}
      />
      {draft.createsMembers && (
        <>
          <Field label={say(texts.defaultRole)}>
            <Select
              options={roleOptions(say)}
              value={draft.defaultRole}
              onChange={(defaultRole) => onChange({ defaultRole })}
            />
          </Field>
          <Field label={say(texts.claim)} hint={say(texts.claimHint)} optional>
            <Input
              value={draft.roleClaim}
              autoComplete="off"
              spellCheck={false}
              onChange={(roleClaim) => onChange({ roleClaim: roleClaim.replaceAll(/\s/g, '') })}
            />
          </Field>
          {draft.roleClaim && (
            <RoleMap lines={draft.roleMap} onChange={(roleMap) => onChange({ roleMap })} />
          )}
        </>
      )}
      <Checkbox
        label={say(texts.factorCounts)}
        hint={say(texts.factorCountsHint)}
        checked={draft.factorCounts}
        onChange={(factorCounts) => onChange({ factorCounts })}
      />
    </>
  )
}

export function membersAnswers(draft: Draft, say: Say): readonly Answer[] {
  const onOff = (on: boolean) => say(on ? texts.isOn : texts.isOff)
  return [
    { label: say(texts.createsMembers), value: onOff(draft.createsMembers) },
    { label: say(texts.defaultRole), value: say(ssoRoleWords[draft.defaultRole]) },
    ...(draft.roleClaim && draft.roleMap.length > 0
      ? [
          {
            label: say(texts.groupsToRoles),
            value: draft.roleMap
              .map(({ value, role }) => `${value} → ${say(ssoRoleWords[role])}`)
              .join(', '),
          },
        ]
      : []),
    { label: say(texts.factorCounts), value: onOff(draft.factorCounts) },
  ]
}
