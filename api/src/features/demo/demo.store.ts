import type { Scope } from '../../core/scope/index.ts'

export interface DemoTotp {
  readonly person_id: string
  readonly email: string
  readonly sealed: Buffer
}

/** Of people who belong to tenants of the demo alone. */
export const demoTotps = (scope: Scope): Promise<DemoTotp[]> =>
  scope.through<DemoTotp>('directory.demo_totps')
