import type { components } from './schema'

/** What the server answers; amounts are strings, days ISO dates, instants ISO UTC. */
type Schemas = components['schemas']

export type Session = Schemas['SessionOut']
export type SecondStep = Schemas['SecondStep']
export type Passkey = Schemas['PasskeyOut']
export type SessionUser = Session['user']
export type Language = SessionUser['language']
export type Theme = SessionUser['theme']
export type ParkedRow = Schemas['ParkedRow']
export type ActionDone = Schemas['Done']
export type Preview = Schemas['PreviewOut']
export type PreviewChange = Schemas['RecordChange']
export type StoredFile = Schemas['AttachedFileOut']
export type Note = Schemas['NoteOut']
export type NoticeRow = Schemas['NoticesRow']
export type Notice = Schemas['NoticeOut']
export type ChargeRow = Schemas['ChargesRow']
export type DropRow = Schemas['DropsRow']
export type EquipmentMoveRow = Schemas['EquipmentMovesRow']
export type ArrangementRow = Schemas['ArrangementsRow']
export type SuspensionRow = Schemas['SuspensionsRow']
export type WantedRow = Schemas['InterestsRow']
export type EquipmentRow = Schemas['EquipmentRow']
export type DropWhole = Schemas['DropPageOut']
export type Device = Schemas['DeviceOut']
export type DevicePage = Schemas['DevicePageOut']
export type OltPortRow = Schemas['OltPortsRow']
export type Traffic = Schemas['TrafficOut']
export type Usage = NonNullable<Traffic['usage']>
export type Holder = Schemas['NetworkTraceAddressDone']['result']
export type PlanHere = Schemas['PlanHereOut']
export type StaffEligibility = Schemas['StaffEligibility']
export type Promotion = Schemas['PromotionOut']
export type Exemption = Schemas['ExemptionOut']
export type Interest = Schemas['InterestOut']
export type InterestPause = Schemas['InterestPauseOut']
export type Commitment = Schemas['CommitmentOut']
export type Family = Schemas['FamilyOut']
export type PriceChangeRow = Schemas['PriceChangesRow']
export type PriceChangeWhole = Schemas['PriceChangeOut']
export type PriceChangeLineRow = Schemas['PriceChangeLinesRow']
export type PriceNoticeRow = Schemas['PriceNoticesRow']
export type PricePreview = Schemas['PricePreviewOut']
export type QuotationRow = Schemas['QuotationsRow']
export type ContractRow = Schemas['ContractsRow']
export type QuotationWhole = Schemas['QuotationOut']
export type ContractWhole = Schemas['ContractOut']
export type OfferLine = Schemas['OfferLineOut']
export type OfferSum = Schemas['OfferSumOut']
export type LegalText = Schemas['LegalTextsRow']
export type ItemRow = Schemas['ItemsRow']
export type PlanRow = Schemas['PlansRow']
export type CatalogItem = Schemas['ItemOut']
export type JobRow = Schemas['JobsRow']
export type Job = Schemas['JobPage']
export type JobItem = Job['checklist'][number]
export type IssueRow = Schemas['IssuesRow']
export type Issue = Schemas['IssuePage']
export type PrivacyRequestRow = Schemas['PrivacyRequestsRow']
export type PrivacyRequest = Schemas['PrivacyRequest']
export type PrivacyChange = Schemas['ChangeOut']
export type PrivacyIncidentRow = Schemas['PrivacyIncidentsRow']
export type PrivacyProposalRow = Schemas['PrivacyProposalsRow']
export type RetentionRule = Schemas['RetentionRule']
export type PrivacyExportRow = Schemas['PrivacyExportsRow']
export type PrivacyIncident = Schemas['PrivacyIncident']
export type TechnicianRow = Schemas['TechniciansRow']
export type TechnicianWhole = Schemas['TechnicianPage']
export type TechnicianHoursRow = Schemas['TechnicianHoursRow']
export type DispatchDay = Schemas['DispatchDay']
export type DayJob = Schemas['DayJob']
export type JobTemplate = Schemas['ChainPage']
export type JobTemplateRow = Schemas['JobTemplatesRow']
export type ChecklistRow = Schemas['ChecklistsRow']
export type MessageTemplateRow = Schemas['MessageTemplatesRow']
export type JobStep = JobTemplate['steps'][number]
export type Checklist = Schemas['ChecklistPage']
export type ChecklistItem = Checklist['items'][number]
export type PaymentRow = Schemas['PaymentsRow']
export type Setting = Omit<Schemas['SettingOut'], 'value_schema'> & { value_schema: JsonSchema }
export type Accent = Schemas['AccentOut']
export type OutsideService = Schemas['ServiceOut']
export type BackgroundJobs = Schemas['JobsOut']
export type ChartAccount = Schemas['AccountOut']
export type ItemGroup = Schemas['ItemGroupOut']
export type TaxSetting = Schemas['TaxSettingOut']
export type NumberSeries = Schemas['SeriesOut']
export type AuditRow = Schemas['AuditOut']
export type UserRow = Schemas['UsersRow']
export type LoggedIn = Schemas['SessionLineOut']
export type Switch = Schemas['SwitchOut']
export type CustomerRow = Schemas['CustomersRow']
export type LocationRow = Schemas['LocationsRow']
export type LocationMap = Schemas['LocationMapOut']
export type AddressFileRow = Schemas['AddressFilesRow']
export type SearchItem = Schemas['SearchHit']
export type Dashboard = Schemas['DashboardOut']
/** One month of a series on the dashboard. */
export type Aging = Schemas['AgingOut']
export type AgingRow = Schemas['AgingRow']
export type GeneralLedgerRow = Schemas['GeneralLedgerRow']
export type RevenueRow = Schemas['RevenueRow']
export type TaxReturnRow = Schemas['TaxReturnRow']
export type TaxDocumentsRow = Schemas['TaxDocumentsRow']
export type DeferredRow = Schemas['DeferredRow']
export type Closing = Schemas['ClosingOut']
export type TrialBalance = Schemas['TrialBalanceOut']
export type ShadowCycleRow = Schemas['ShadowCyclesRow']
export type ShadowCycle = Schemas['ShadowCycleOut']
export type ShadowDifference = Schemas['ShadowDifferenceOut']
export type ShadowLine = Schemas['ShadowLine']
export type ShadowDifferenceRow = Schemas['ShadowDifferencesRow']
export type ImportRun = Schemas['ImportOut']
export type ImportRow = Schemas['ImportsRow']
export type ImportWhole = Schemas['ImportPage']
export type ImportStep = Schemas['StepOut']
export type ImportAhead = Schemas['ProgressOut']
export type ImportRule = Schemas['RuleCountOut']
export type ImportFinding = Schemas['FindingOut']
export type ImportCheck = Schemas['CheckOut']
export type ImportSum = Schemas['SumOut']
export type ImportTable = Schemas['TableOut']
export type ImportCustomerSum = Schemas['CustomerSumOut']
export type ImportWaitingTable = Schemas['WaitingOut']
export type Recomputation = Schemas['RecomputationOut']
export type RecomputedCause = Recomputation['causes'][number]
export type RecomputedYear = Recomputation['years'][number]
export type RecomputedRow = Schemas['RecomputedRow']
export type CatalogueDifferencesRow = Schemas['CatalogueDifferencesRow']
export type BillingRunRow = Schemas['BillingRunsRow']
export type BillingRunWhole = Schemas['RunPageOut']
export type BillingPreview = Schemas['RunPreviewOut']
export type BillingGroup = Schemas['GroupOut']
export type BillingProof = Schemas['ProofOut']
export type BillingParked = Schemas['ParkedSubscriptionOut']
export type BillingDifferences = Schemas['DifferencesOut']
export type BillingDifferenceKind = Schemas['DifferenceKindOut']
export type Invoice = Schemas['InvoiceOut']
export type InvoiceWhy = Schemas['WhyOut']
/** An action of the catalogue, its input described by a JSON schema. */
export type ActionDescription = Omit<Schemas['ActionOut'], 'input'> & { input: JsonSchema }

export type InvoiceListRow = Schemas['InvoicesRow']
export type CustomerPage = Schemas['CustomerPage']
export type CustomerHeader = Schemas['CustomerHeader']
export type CustomerLocation = Schemas['CustomerLocationOut']
export type CustomerSubscription = Schemas['SubscriptionOut']
export type SubscriptionWhole = Schemas['SubscriptionPageOut']
export type WebhookEndpoint = Schemas['WebhookEndpointLine']
export type WebhookDeliveryRow = Schemas['WebhookDeliveriesRow']
export type MessageRow = Schemas['MessagesRow']
export type MessageWhole = Schemas['MessageOut']
export type MessageBrief = Schemas['MessageBrief']
export type MessageTemplate = Schemas['TemplateOut']
export type TemplateEdition = Schemas['TemplateEditionOut']
export type SuppressionRow = Schemas['SuppressionsRow']
export type SubscriptionRow = Schemas['SubscriptionsRow']
export type DatedChange = Schemas['DatedChangeOut']
export type PlannedChangeRow = Schemas['PlannedChangesRow']
export type CustomerInvoice = Schemas['InvoiceRow']
export type CustomerOffer = Schemas['OfferRow']
export type JobBrief = Schemas['JobBrief']
export type ServedDevice = Schemas['DeviceAt']
export type ServedDrop = Schemas['DropAt']
export type Road = Schemas['RoadOut']
export type RoadStep = Schemas['RoadStep']
export type CustomerPayment = Schemas['PaymentRow']
export type ContactPoint = CustomerPage['contacts'][number]['points'][number]

/** One page of a list; `count` and `totals` are of the whole filtered list, absent when too dear to compute. */
export interface Page<Row> {
  items: Row[]
  /** The key of each row, by which `only` names it. */
  keys: string[]
  next_cursor: string | null
  count: number | null
  /** False where counting would be dear and `count` is an estimate. */
  count_exact: boolean
  totals: Record<string, string> | null
}

export interface JsonSchema {
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  /** Of a file: the input that names the record it hangs on. */
  on?: string
  enum?: (string | number)[]
  default?: unknown
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema
  patternProperties?: Record<string, JsonSchema>
  propertyNames?: { enum?: string[] }
  pattern?: string
  minimum?: number
  maximum?: number
  const?: unknown
  required?: string[]
  maxLength?: number
  minLength?: number
}
export type PreviewOfMany = Schemas['PreviewOfMany']
export type RefusedRow = Schemas['RefusedRow']
