/**
 * The composition root: every feature of the house, named once, and each after those that it leans on.
 */
import type { FeatureMaker } from './core/feature/index.ts'
import { openHouse, type House, type HouseOptions } from './core/house/index.ts'
import { access } from './features/access/index.ts'
import { account } from './features/account/index.ts'
import { apps } from './features/apps/index.ts'
import { audit } from './features/audit/index.ts'
import { customers } from './features/customers/index.ts'
import { demo } from './features/demo/index.ts'
import { drafts } from './features/drafts/index.ts'
import { embeds } from './features/embeds/index.ts'
import { dataExports } from './features/exports/index.ts'
import { factors } from './features/factors/index.ts'
import { jobs } from './features/jobs/index.ts'
import { keys } from './features/keys/index.ts'
import { logs } from './features/logs/index.ts'
import { notifications } from './features/notifications/index.ts'
import { pages } from './features/pages/index.ts'
import { preferences } from './features/preferences/index.ts'
import { projects } from './features/projects/index.ts'
import { releases } from './features/releases/index.ts'
import { sso } from './features/sso/index.ts'
import { staff } from './features/staff/index.ts'
import { team } from './features/team/index.ts'
import { transactions } from './features/transactions/index.ts'
import { webhooks } from './features/webhooks/index.ts'

export const features: readonly FeatureMaker[] = [
  notifications,
  jobs,
  factors,
  access,
  account,
  preferences,
  drafts,
  sso,
  team,
  projects,
  apps,
  keys,
  logs,
  customers,
  transactions,
  webhooks,
  releases,
  embeds,
  audit,
  dataExports,
  staff,
  demo,
  pages,
]

/** Opens one process of the house with all of its features. */
export function createApp(options: Omit<HouseOptions, 'features'>): Promise<House> {
  return openHouse({ ...options, features })
}
