import type { SecurityPolicy } from '@sonaqor/contract/security'
import { useModule } from '@sonaqor/module'
import { AskDialog, Badge, Loaded, Refusal, Section, Switch, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { usePolicy, useRequireFactor } from './use-security.ts'

/** Whether everybody shows a second factor; who has none is counted before it is asked for. */
export function SecondFactorSection() {
  const say = useText()
  const policy = usePolicy()
  return (
    <Section
      title={say(texts.secondFactor)}
      purpose={say(texts.secondFactorPurpose)}
      actions={
        policy.data && (
          <Badge tone={policy.data.secondFactorRequired ? 'success' : 'neutral'}>
            {say(policy.data.secondFactorRequired ? texts.isRequired : texts.isOff)}
          </Badge>
        )
      }
    >
      <Loaded of={policy}>{(known) => <RequireFactor policy={known} />}</Loaded>
    </Section>
  )
}

function RequireFactor({ policy }: { readonly policy: SecurityPolicy }) {
  const say = useText()
  const { can } = useModule()
  const require = useRequireFactor()
  const [asking, ask] = useState(false)
  const { secondFactorRequired: isOn, membersWithoutFactor: count, revision } = policy
  const set = (secondFactorRequired: boolean) =>
    require.mutate({ secondFactorRequired, revision }, { onSuccess: () => ask(false) })
  const some = isOn ? texts.areKeptOut : texts.keptOutCount
  const keptOut = count > 0 ? say(some, { count }) : say(texts.everybodyHas)
  return (
    <>
      <div className="sq-security-switch">
        <Switch
          label={say(texts.askedForAll)}
          hint={`${say(texts.askedForAllDetail)} ${keptOut}`}
          on={isOn}
          busy={require.isPending}
          disabledBecause={can('security:write') ? undefined : say(texts.onlyOwners)}
          onChange={(on) => (on && count > 0 ? ask(true) : set(on))}
        />
      </div>
      {asking ? (
        <AskDialog
          title={say(texts.requireFactorTitle)}
          verb={say(texts.requireFactor)}
          isBusy={require.isPending}
          error={require.error}
          onDo={() => set(true)}
          onClose={() => ask(false)}
        >
          <p>{keptOut}</p>
        </AskDialog>
      ) : (
        <Refusal error={require.error} />
      )}
    </>
  )
}
