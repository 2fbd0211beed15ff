import { Permitted, useModule } from '@sonaqor/module'
import { Button, Page, useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import { DeliveriesOf } from './deliveries-of.tsx'
import * as texts from './texts/en.ts'

function useWords() {
  const say = useText()
  return { title: say(texts.deliveries), purpose: say(texts.purpose) }
}

/** Every event for every endpoint, with all that was tried to bring it there. */
export default function DeliveriesPage() {
  const say = useText()
  const { isInner, navigate, views } = useModule()
  const words = useWords()
  const mayOpen = !isInner && views?.includes('webhooks.endpoints') !== false
  return (
    <Permitted scope="webhooks:read" to={say(texts.seeDeliveries)} page={words}>
      <Page
        {...words}
        actions={
          mayOpen && (
            <Button icon="undo" onClick={() => navigate('webhooks.endpoints')}>
              {say(common.allEndpoints)}
            </Button>
          )
        }
      >
        <DeliveriesOf />
      </Page>
    </Permitted>
  )
}
