import type { StaffTenant } from '@sonaqor/contract/staff'
import {
  Badge,
  Button,
  Empty,
  Field,
  Input,
  Loaded,
  LoadMore,
  Page,
  RelativeTime,
  Said,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { isPlan, PlanDialog, planTexts } from './plan-dialog.tsx'
import { RequestLookDialog } from '../looks/request-look-dialog.tsx'
import { Row } from '../row.tsx'
import type { StaffApi } from '../staff-api.ts'
import { SuspendDialog } from './suspend-dialog.tsx'
import * as texts from '../texts/en.ts'
import { useTenants } from './use-tenants.ts'

interface TenantsTabProps {
  readonly api: StaffApi
  readonly maySuspend: boolean
  readonly mayPlan: boolean
  /** A tenant was asked for a look. */
  readonly onAsked: () => void
}

interface Doing {
  readonly act: 'ask' | 'suspend' | 'plan'
  readonly tenant: StaffTenant
}

/** Finds a tenant by its name; of what is in it nothing is told. */
export function TenantsTab({ api, maySuspend, mayPlan, onAsked }: TenantsTabProps) {
  const say = useText()
  const tenants = useTenants(api)
  // What is being typed stands before what was looked for last, until it is looked for itself.
  const [typed, type] = useState<string>()
  const search = typed ?? tenants.search
  const [doing, begin] = useState<Doing>()
  const close = () => begin(undefined)
  return (
    <Page
      title={say(texts.tenantsTab)}
      purpose={say(texts.tenantsPurpose)}
      bar={
        <form
          className="sq-console-find"
          onSubmit={(event) => {
            event.preventDefault()
            tenants.find(search)
            type(undefined)
          }}
        >
          <Field label={say(texts.searchTenants)}>
            <Input value={search} maxLength={120} autoComplete="off" onChange={type} />
          </Field>
          <Button type="submit">{say(texts.search)}</Button>
        </form>
      }
    >
      <Loaded
        of={tenants}
        loading={<Skeleton rows={5} />}
        empty={<Empty title={say(texts.noTenants)} />}
      >
        {(rows) => (
          <>
            <ul className="sq-console-list">
              {rows.map((tenant) => (
                <TenantRow key={tenant.id} {...{ tenant, maySuspend, mayPlan }} onBegin={begin} />
              ))}
            </ul>
            <LoadMore counted={say(texts.tenantsShown, { count: rows.length })} of={tenants} />
          </>
        )}
      </Loaded>
      {doing?.act === 'ask' && (
        <RequestLookDialog api={api} tenant={doing.tenant} onClose={close} onDone={onAsked} />
      )}
      {doing?.act === 'plan' && (
        <PlanDialog
          api={api}
          tenant={doing.tenant}
          onClose={close}
          onDone={() => tenants.find(search)}
        />
      )}
      {doing?.act === 'suspend' && (
        <SuspendDialog
          api={api}
          tenant={doing.tenant}
          onClose={close}
          onDone={() => tenants.find(search)}
        />
      )}
    </Page>
  )
}

interface TenantRowProps {
  readonly tenant: StaffTenant
  readonly maySuspend: boolean
  readonly mayPlan: boolean
  readonly onBegin: (doing: Doing) => void
}

function TenantRow({ tenant, maySuspend, mayPlan, onBegin }: TenantRowProps) {
  const say = useText()
  const { name, plan, demo, members, foundedAt, suspended } = tenant
  return (
    <Row
      name={name}
      badge={
        <>
          {suspended && <Badge tone="danger">{say(texts.suspended)}</Badge>}
          {demo && <Badge>{say(texts.demoTenant)}</Badge>}
        </>
      }
      facts={[
        say(texts.planWord, { plan: isPlan(plan) ? say(planTexts[plan]) : plan }),
        say(texts.membersCount, { count: members }),
        <Said
          key="founded"
          of={texts.foundedWhen}
          with={{ when: <RelativeTime at={foundedAt} /> }}
        />,
      ]}
      acts={
        <>
          {mayPlan && (
            <Button onClick={() => onBegin({ act: 'plan', tenant })}>
              {say(texts.planEllipsis)}
            </Button>
          )}
          {maySuspend && (
            <Button onClick={() => onBegin({ act: 'suspend', tenant })}>
              {say(suspended ? texts.letAgain : texts.suspendEllipsis)}
            </Button>
          )}
          <Button look="primary" onClick={() => onBegin({ act: 'ask', tenant })}>
            {say(texts.askForLook)}
          </Button>
        </>
      }
    >
      {suspended && <p>{say(texts.suspendedFor, { reason: suspended.reason })}</p>}
    </Row>
  )
}
