/** Who lives in the demo: the four launch partners, each with one person in every role. All made up. */
import type { Role } from '@sonaqor/contract/access'

export interface DemoMember {
  readonly name: string
  readonly role: Role
  readonly email: string
  readonly password: string
}

export interface DemoProject {
  readonly name: string
  readonly description: string
  /** Each app stands in both environments. */
  readonly apps: readonly string[]
}

/** Somebody of another tenant who is a member here as well, so that switching can be tried. */
export interface DemoGuest {
  readonly email: string
  readonly role: Role
}

export interface DemoTenant {
  readonly name: string
  readonly members: readonly DemoMember[]
  readonly guests?: readonly DemoGuest[]
  readonly projects: readonly DemoProject[]
}

/** The first person founded the place and owns it; the others follow in the order of the roles. */
const people = (domain: string, names: readonly string[]): DemoMember[] =>
  (['owner', 'admin', 'developer', 'analyst', 'viewer'] as const).map((role, place) => {
    const name = names[place] ?? role
    const given = (name.split(' ')[0] ?? name).toLowerCase()
    const email = `${given}@${domain}.example`
    return { name, role, email, password: `${given} at ${domain} demo` }
  })

export const demoTenants: readonly DemoTenant[] = [
  {
    name: 'Harrowgate Markets',
    members: people('harrowgate', [
      'Nikhil Varma',
      'Clara Osei',
      'Jonas Whitlock',
      'Mei Tanaka',
      'Rufus Hale',
    ]),
    projects: [
      {
        name: 'Trading desk',
        description: 'Orders and fills, watched for latency',
        apps: ['Order desk'],
      },
    ],
  },
  {
    name: 'Palmyra Pay',
    members: people('palmyra', [
      'Mukesh Iyer',
      'Ines Calder',
      'Tobias Renn',
      'Amara Diallo',
      'Piet Vos',
    ]),
    guests: [{ email: 'mei@harrowgate.example', role: 'viewer' }],
    projects: [
      { name: 'Wallet', description: 'Everyday payments of consumers', apps: ['Wallet server'] },
    ],
  },
  {
    name: 'Wexford Mutual',
    members: people('wexford', [
      'Raja Menon',
      'Greta Solberg',
      'Luis Ferrand',
      'Noor Haddad',
      'Edith Crane',
    ]),
    projects: [
      { name: 'Core banking', description: 'Current accounts and cards', apps: ['Ledger feed'] },
    ],
  },
  {
    name: 'Loomworks',
    members: people('loomworks', [
      'Nitin Bhatt',
      'Sanna Lehto',
      'Dario Conti',
      'Ruth Okafor',
      'Hugo Blum',
    ]),
    projects: [
      { name: 'Marketplace', description: 'Makers and those who buy', apps: ['Checkout'] },
      { name: 'Payouts', description: 'What makers are paid', apps: ['Payout runner'] },
    ],
  },
]
