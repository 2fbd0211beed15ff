import type { App } from '@sonaqor/contract/apps'
import type { NewEndpoint } from '@sonaqor/contract/webhook-endpoints'
import { Permitted, useDraft, useModule, useMutation } from '@sonaqor/module'
import { Button, Empty, Loaded, Skeleton, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { useApps } from '../list/use-apps.ts'
import { SecretInHand } from '../secret/secret-in-hand.tsx'
import * as common from '../texts/en.ts'
import { emptyDraft, newEndpointOf, type HeaderRow } from './endpoint-draft.ts'
import { EndpointForm } from './endpoint-form.tsx'
import * as texts from './texts/en.ts'
import { useIdempotencyKey } from './use-idempotency-key.ts'

/**
 * Adds an endpoint and shows its secret. It is a secure view: a host shows it in a frame of our own
 * origin, so that no script of a partner's page ever sees the secret.
 */
export default function CreateEndpointView() {
  const say = useText()
  return (
    <Permitted scope="webhooks:write" to={say(texts.addEndpoints)}>
      <Asked />
    </Permitted>
  )
}

function Asked() {
  const { can } = useModule()
  const apps = useApps()
  // Whoever may not know the apps adds it to the one that the page is narrowed to.
  if (!can('apps:read')) return <Adding apps={undefined} />
  return (
    <Loaded of={apps} loading={<Skeleton rows={8} />} empty={<NoApps />}>
      {(choices) => <Adding apps={choices} />}
    </Loaded>
  )
}

function Adding({ apps }: { readonly apps: readonly App[] | undefined }) {
  const say = useText()
  const { api, app, finish, params } = useModule()
  const wished = app?.id ?? params['appId'] ?? ''
  const first = apps?.find(({ id }) => id === wished)?.id ?? apps?.[0]?.id ?? wished
  const draft = useDraft('webhooks.create', 'new', emptyDraft)
  const [headers, setHeaders] = useState<readonly HeaderRow[]>([])
  const keyFor = useIdempotencyKey()
  const adding = useMutation({
    mutationFn: (body: NewEndpoint) =>
      api.webhooks.createEndpoint({ body, idempotencyKey: keyFor(body) }),
    onSuccess: () => draft.drop(),
  })
  // What was kept may name an app that is not to be chosen here.
  const isOffered = apps?.some(({ id }) => id === draft.value.appId) ?? false
  const value = { ...draft.value, appId: isOffered ? draft.value.appId : first }
  if (adding.data) {
    return (
      <SecretInHand
        title={say(texts.wasAdded)}
        of={adding.data}
        secret={adding.data.secret}
        onDone={() => finish({ done: true })}
      />
    )
  }
  return (
    <EndpointForm
      draft={{ ...draft, value }}
      headers={headers}
      onHeaders={setHeaders}
      apps={apps}
      isNew
      verb={say(common.addEndpoint)}
      busy={adding.isPending}
      error={adding.error}
      onSubmit={() => adding.mutate(newEndpointOf(value, headers))}
      onCancel={() => finish({ done: false })}
    />
  )
}

function NoApps() {
  const say = useText()
  const { finish, kind, navigate } = useModule()
  const toProjects = () => {
    finish({ done: false })
    navigate('home.projects')
  }
  return (
    <Empty
      title={say(texts.noAppTitle)}
      action={
        kind === 'shell' && (
          <Button look="primary" onClick={toProjects}>
            {say(texts.goToProjects)}
          </Button>
        )
      }
    >
      {say(texts.noAppWords)}
    </Empty>
  )
}
