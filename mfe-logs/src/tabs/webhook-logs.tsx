import { PlacedView, stateWithin, useModule } from '@sonaqor/module'
import { useMemo } from 'react'

/** The deliveries of webhooks, drawn by their own module; what is chosen there stands in the address too. */
export function WebhookLogs() {
  const { viewState } = useModule()
  const own = useMemo(() => stateWithin(viewState, 'webhooks'), [viewState])
  return <PlacedView view="webhooks.deliveries" viewState={own} />
}
