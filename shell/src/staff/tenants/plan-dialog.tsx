import type { Plan } from '@sonaqor/contract/staff'
import { Field, FormDialog, Select, useText, useToast } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { useState } from 'react'
import type { OfTenantProps } from '../looks/request-look-dialog.tsx'
import * as texts from '../texts/en.ts'
import { usePlan } from './use-tenants.ts'

export const planTexts = {
  free: texts.planFree,
  growth: texts.planGrowth,
  enterprise: texts.planEnterprise,
} satisfies Record<Plan, Text>

/** Of a plan that is not sold any more nothing is left but its name. */
export const isPlan = (plan: string): plan is Plan => plan in planTexts

/** Puts a tenant on another plan. */
export function PlanDialog({ api, tenant, onClose, onDone }: OfTenantProps) {
  const say = useText()
  const toast = useToast()
  const [plan, choose] = useState<Plan>(isPlan(tenant.plan) ? tenant.plan : 'free')
  const { busy, error, write } = usePlan(api, tenant, () => {
    onClose()
    onDone()
    toast({ tone: 'success', title: say(texts.planChanged, { tenant: tenant.name }) })
  })
  return (
    <FormDialog
      title={say(texts.planTitle, { tenant: tenant.name })}
      onClose={onClose}
      verb={say(texts.changePlan)}
      isBusy={busy}
      error={error}
      onSubmit={() => (plan === tenant.plan ? onClose() : write(plan))}
    >
      <Field label={say(texts.plan)} hint={say(texts.planHint)}>
        <Select
          options={(Object.keys(planTexts) as Plan[]).map((value) => ({
            value,
            label: say(planTexts[value]),
          }))}
          value={plan}
          onChange={choose}
        />
      </Field>
    </FormDialog>
  )
}
