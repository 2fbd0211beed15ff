import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What this process counts, for `/metrics`. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'route' | 'status'>
  readonly refusals: Counter<'code'>
  readonly sockets: Gauge
  readonly jobs: Counter<'name' | 'outcome'>
  readonly readerFaults: Counter<'name'>
  readonly readerDelays: Gauge<'name'>
  readonly webhookDeliveries: Counter<'outcome'>
  readonly webhookBacklog: Gauge
  readonly webhookLanes: Gauge
  readonly webhookAttempts: Gauge
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  // Finer than this, watching the event loop would be what an idle process does most.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 200 })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'sonaqor_request_seconds',
      help: 'How long requests took, by route and status.',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    refusals: new Counter({
      name: 'sonaqor_refusals_total',
      help: 'Requests refused, by code of the problem.',
      labelNames: ['code'],
      registers,
    }),
    sockets: new Gauge({ name: 'sonaqor_sockets', help: 'Open live sockets.', registers }),
    jobs: new Counter({
      name: 'sonaqor_jobs_total',
      help: 'Jobs that ended, by name and outcome.',
      labelNames: ['name', 'outcome'],
      registers,
    }),
    readerFaults: new Counter({
      name: 'sonaqor_event_reader_faults_total',
      help: 'Attempts at events that a reader could not take.',
      labelNames: ['name'],
      registers,
    }),
    readerDelays: new Gauge({
      name: 'sonaqor_event_reader_delays',
      help: 'Tenants that wait for an event that a reader could not take.',
      labelNames: ['name'],
      registers,
    }),
    webhookDeliveries: new Counter({
      name: 'sonaqor_webhook_attempts_total',
      help: 'Attempts at webhook deliveries, by what became of the delivery.',
      labelNames: ['outcome'],
      registers,
    }),
    webhookBacklog: new Gauge({
      name: 'sonaqor_webhook_backlog',
      help: 'Webhook deliveries of all tenants that wait for an attempt, 100,000 at most.',
      registers,
    }),
    webhookLanes: new Gauge({
      name: 'sonaqor_webhook_lanes',
      help: 'Endpoints that this process makes the attempts of.',
      registers,
    }),
    webhookAttempts: new Gauge({
      name: 'sonaqor_webhook_attempts_under_way',
      help: 'Attempts at webhook deliveries that are under way.',
      registers,
    }),
  }
}
