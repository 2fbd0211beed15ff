import type { Look } from '@sonaqor/contract/staff'
import {
  Badge,
  Button,
  Empty,
  Loaded,
  Page,
  Refusal,
  RelativeTime,
  Said,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import { Row } from '../row.tsx'
import type { StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'
import { useLooks } from './use-looks.ts'

interface LooksTabProps {
  readonly api: StaffApi
  readonly onEnter: (look: Look) => void
  /** Leads to the tenants, where one is asked. */
  readonly onFind: () => void
}

/** What tenants were asked for, and what they let Sonaqor see at this moment. */
export function LooksTab({ api, onEnter, onFind }: LooksTabProps) {
  const say = useText()
  const { looks, entering, ending } = useLooks(api, onEnter)
  const busy = entering.busy || ending.busy
  return (
    <Page title={say(texts.looksTab)} purpose={say(texts.looksPurpose)}>
      <Refusal error={entering.error ?? ending.error} />
      <Loaded
        of={looks}
        loading={<Skeleton rows={3} />}
        empty={
          <Empty
            title={say(texts.noLooks)}
            action={<Button onClick={onFind}>{say(texts.tenantsTab)}</Button>}
          >
            {say(texts.noLooksDetail)}
          </Empty>
        }
      >
        {(rows) => (
          <ul className="sq-console-list">
            {rows.map(({ tenant, access, mine }) => (
              <Row
                key={access.id}
                name={tenant.name}
                badge={<StateOf state={access.state} />}
                facts={[
                  access.staff?.name ?? access.askedBy,
                  say(texts.forMinutes, { minutes: access.minutes }),
                  access.until && (
                    <Said
                      key="ends"
                      of={texts.endsWhen}
                      with={{ when: <RelativeTime at={access.until} /> }}
                    />
                  ),
                ].filter(Boolean)}
                acts={
                  mine && (
                    <>
                      <Button busy={busy} onClick={() => ending.write(access.id)}>
                        {say(access.state === 'running' ? texts.stop : texts.withdraw)}
                      </Button>
                      {access.state === 'running' && (
                        <Button
                          look="primary"
                          busy={busy}
                          onClick={() => entering.write(access.id)}
                        >
                          {say(texts.enter)}
                        </Button>
                      )}
                    </>
                  )
                }
              >
                <p>{access.reason}</p>
              </Row>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

function StateOf({ state }: { readonly state: string }) {
  const say = useText()
  return state === 'running' ? (
    <Badge tone="success">{say(texts.stateRunning)}</Badge>
  ) : (
    <Badge tone="warning">{say(texts.stateRequested)}</Badge>
  )
}
