import type { SsoConnection, SsoSettings } from '@sonaqor/contract/sso'
import { useModule } from '@sonaqor/module'
import { AskDialog, Refusal, Switch, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { useSwitch } from './use-security.ts'

interface SsoSwitchesProps {
  readonly settings: SsoSettings
  readonly connection: SsoConnection
}

/** Whether people come in by the provider, and whether by it alone; each says what it waits for. */
export function SsoSwitches({ settings, connection }: SsoSwitchesProps) {
  const say = useText()
  const { can } = useModule()
  const change = useSwitch()
  const [asking, ask] = useState(false)
  const { enabled, required } = connection
  const { revision } = settings
  const hindrance = can('security:write') ? undefined : say(texts.onlyOwners)
  const set = (next: { readonly enabled: boolean; readonly required: boolean }) =>
    change.mutate({ ...next, revision }, { onSuccess: () => ask(false) })
  return (
    <div className="sq-security-switches">
      <Switch
        label={say(texts.companySignIn)}
        hint={say(texts.companySignInDetail)}
        on={enabled}
        busy={change.isPending}
        disabledBecause={hindrance ?? (enabled ? undefined : missing(settings, connection, say))}
        onChange={(on) => set({ enabled: on, required: on && required })}
      />
      <Switch
        label={say(texts.onlyCompany)}
        hint={say(texts.onlyCompanyDetail)}
        on={required}
        busy={change.isPending}
        disabledBecause={hindrance ?? (enabled ? undefined : say(texts.needsOn))}
        onChange={(on) => (on ? ask(true) : set({ enabled, required: false }))}
      />
      {asking ? (
        <AskDialog
          title={say(texts.requireOnlyTitle)}
          verb={say(texts.requireOnly)}
          isBusy={change.isPending}
          error={change.error}
          onDo={() => set({ enabled: true, required: true })}
          onClose={() => ask(false)}
        >
          <p>{say(texts.requireOnlyWords)}</p>
        </AskDialog>
      ) : (
        <Refusal error={change.error} />
      )}
    </div>
  )
}

function missing({ domains }: SsoSettings, { check }: SsoConnection, say: Say): string | undefined {
  if (check.state !== 'good') return say(texts.needsGood)
  return domains.some(({ state }) => state === 'verified') ? undefined : say(texts.needsDomain)
}
