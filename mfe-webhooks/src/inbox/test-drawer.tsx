import { Drawer, useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import { Trial } from '../trial/trial.tsx'

export interface TestDrawerProps {
  readonly endpointId: string
  readonly onClose: () => void
}

/** Sends an example into the inbox, as it would be sent to any endpoint. */
export function TestDrawer({ endpointId, onClose }: TestDrawerProps) {
  const say = useText()
  return (
    <Drawer title={say(common.sendTest)} width="wide" onClose={onClose}>
      <Trial of={{ id: endpointId, eventTypes: [], signing: 'hmac' }} tab="test" onBack={onClose} />
    </Drawer>
  )
}
