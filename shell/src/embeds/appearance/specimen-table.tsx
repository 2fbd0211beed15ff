import { Badge, Button, Table, useText, type Column, type Tone } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

interface Row {
  readonly id: string
  readonly tone: Tone
  readonly state: keyof typeof states
  readonly uses: number
}

const states = {
  live: texts.sampleLive,
  active: texts.sampleActive,
  expires: texts.sampleExpires,
  revoked: texts.sampleRevoked,
}

const rows: readonly Row[] = [
  { id: 'checkout-server', tone: 'success', state: 'active', uses: 18_204 },
  { id: 'nightly-import', tone: 'accent', state: 'live', uses: 9_310 },
  { id: 'old-shop', tone: 'warning', state: 'expires', uses: 412 },
  { id: 'trial', tone: 'danger', state: 'revoked', uses: 0 },
]

const columnsIn = (say: Say): readonly Column<Row>[] => [
  { id: 'name', title: say(texts.sampleLabel), cell: ({ id }) => id },
  {
    id: 'state',
    title: say(texts.sampleState),
    cell: ({ tone, state }) => <Badge tone={tone}>{say(states[state])}</Badge>,
  },
  {
    id: 'uses',
    title: say(texts.sampleUses),
    align: 'end',
    cell: ({ uses }) => say(texts.sampleCount, { count: uses }),
  },
  {
    id: 'acts',
    title: say(texts.sampleActs),
    unseenTitle: true,
    cell: () => (
      <Button size="small" look="quiet">
        {say(texts.sampleRevoke)}
      </Button>
    ),
  },
]

/** Rows with states, figures and acts. */
export function SpecimenTable({ all }: { readonly all: boolean }) {
  const say = useText()
  return (
    <Table
      caption={say(texts.sampleKeys)}
      columns={columnsIn(say)}
      rows={all ? rows : rows.slice(0, 3)}
      keyOf={({ id }) => id}
      nameOf={({ id }) => id}
      onOpen={() => undefined}
      openKey="nightly-import"
    />
  )
}
