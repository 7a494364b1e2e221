/* Made by `npm run api` from field.openapi.json; not written by hand. */
export interface paths {
    "/api/field/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Field List Items
         * @description List what is sold once (work, equipment, fees), by name.
         */
        get: operations["field_list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Field List Jobs
         * @description List the jobs of whoever asks, today and the next seven days unless told: published ones and those under way.
         */
        get: operations["field_list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Field Read Job
         * @description Return one of one's own jobs with its customer, place, access, checklist, equipment there, and history.
         */
        get: operations["field_read_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a checklist item
         * @description Answer an item of a job's checklist, or take the answer back (none).
         *
         *     A measure beyond its limits is kept as measured; it doesn't fulfil the item.
         */
        post: operations["field_dispatch_answer_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer checklist items
         * @description Answer items of a job's checklist together, as a phone sends what it kept without network: all or none of them.
         *
         *     Of two answers to one item the later in the list stands.
         */
        post: operations["field_dispatch_answer_items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete the job
         * @description Finish a job in progress: its checklist is fulfilled, it is signed where it must be, every clock stops.
         *
         *     Tells what was installed, what is to be charged, and that the chain is done when this was its last job.
         */
        post: operations["field_dispatch_complete_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/equipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record equipment
         * @description Write down equipment installed, removed or replaced, by serial or MAC; told to network at completion.
         *
         *     Returns its id.
         */
        post: operations["field_dispatch_add_equipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/equipment/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove recorded equipment
         * @description Take back an equipment line that was not told yet.
         */
        post: operations["field_dispatch_remove_equipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/leave-incomplete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave incomplete
         * @description Go away without having finished, saying why; what was written down stays, the job can be opened again.
         */
        post: operations["field_dispatch_leave_incomplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/material": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add material
         * @description Write down material used or a charge; billable ones are told when the job is completed. Returns the line's id.
         */
        post: operations["field_dispatch_add_material"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/material/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove material
         * @description Take back a line of material or charge that was not told yet.
         */
        post: operations["field_dispatch_remove_material"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause
         * @description Stop one's clock on a job in progress; it goes on with `start_job`.
         */
        post: operations["field_dispatch_pause_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Field Upload Picture
         * @description Store a picture (10 MB at most, typed by its content) on one of one's own jobs; sent again, it is kept once.
         */
        post: operations["field_upload_picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/photos/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a photo
         * @description Keep a picture uploaded on the job, for an item of its checklist or for itself; returns its id.
         */
        post: operations["field_dispatch_add_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/photos/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a photo
         * @description Take a picture off a job that isn't completed; its file stays on the job.
         */
        post: operations["field_dispatch_remove_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/pictures/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Field Read Picture
         * @description Return a picture hung on one of one's own jobs: a photo or the signature.
         */
        get: operations["field_read_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have it signed
         * @description Keep the customer's signature, drawn and uploaded on the job, with his name; a later one replaces it.
         */
        post: operations["field_dispatch_sign_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start work
         * @description Begin work on a published job, go on after a pause, or join as an assistant; work time runs.
         */
        post: operations["field_dispatch_start_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/start-travel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start travelling
         * @description Set out for a published job; travel time runs from now, or from when it happened.
         */
        post: operations["field_dispatch_start_travel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add hours
         * @description Write down hours of a technician (oneself, else the one named on the job); returns the entry's id.
         */
        post: operations["field_dispatch_add_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/time/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove hours
         * @description Take back hours written down on a job that isn't completed: one's own, anybody's for who plans.
         */
        post: operations["field_dispatch_remove_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/jobs/{number}/turn-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn back
         * @description Not go after all, or not yet: the job stands published again; what was driven (a minute or more) stays.
         */
        post: operations["field_dispatch_turn_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Field Read Me
         * @description Return the technician who asks, and on which job his clock runs; refuses who isn't one.
         */
        get: operations["field_read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Field Scan
         * @description Understand a serial or a MAC in any notation; say at once: in stock, here, installed elsewhere, unknown.
         */
        get: operations["field_scan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * DayJob
         * @description A job as it stands on a day; `ends` is its start and its minutes.
         */
        DayJob: {
            /** Address */
            address: string;
            /** City */
            city: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Helping */
            helping: boolean;
            /** Kind */
            kind: string;
            /** Minutes */
            minutes: number;
            /** Number */
            number: string;
            /** Priority */
            priority: string;
            /** Starts */
            starts: string | null;
            /** Status */
            status: string;
            /** Title */
            title: string;
            /** Window Ends */
            window_ends: string | null;
            /** Window Starts */
            window_starts: string | null;
        };
        /** DispatchAddEquipmentDone */
        DispatchAddEquipmentDone: {
            replayed: boolean;
            result: number;
        };
        /** DispatchAddEquipmentInput */
        DispatchAddEquipmentInput: {
            /**
             * Act
             * @enum {string}
             */
            act: "installed" | "removed" | "replaced";
            /**
             * Mac
             * @default
             */
            mac?: string;
            /**
             * Model
             * @default
             */
            model?: string;
            /**
             * Replaces
             * @default
             */
            replaces?: string;
            /**
             * Serial
             * @default
             */
            serial?: string;
        };
        /** DispatchAddMaterialDone */
        DispatchAddMaterialDone: {
            replayed: boolean;
            result: number;
        };
        /** DispatchAddMaterialInput */
        DispatchAddMaterialInput: {
            /**
             * Billable
             * @default false
             */
            billable?: boolean;
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * Item
             * @default null
             */
            item?: string | null;
            /**
             * Kind
             * @default material
             * @enum {string}
             */
            kind?: "material" | "charge";
            /**
             * Quantity
             * @default 1
             */
            quantity?: number | string;
            /**
             * Unit Price
             * @default null
             */
            unit_price?: (number | string) | null;
        };
        /** DispatchAddPhotoDone */
        DispatchAddPhotoDone: {
            replayed: boolean;
            result: number;
        };
        /** DispatchAddPhotoInput */
        DispatchAddPhotoInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
            /**
             * Caption
             * @default
             */
            caption?: string;
            /**
             * File
             * Format: file
             */
            file: string;
            /**
             * Item
             * @default null
             */
            item?: string | null;
        };
        /** DispatchAddTimeDone */
        DispatchAddTimeDone: {
            replayed: boolean;
            result: number;
        };
        /** DispatchAddTimeInput */
        DispatchAddTimeInput: {
            /**
             * Ended At
             * Format: date-time
             */
            ended_at: string;
            /**
             * Kind
             * @default work
             * @enum {string}
             */
            kind?: "travel" | "work";
            /**
             * Note
             * @default
             */
            note?: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Technician
             * @default null
             */
            technician?: string | null;
        };
        /** DispatchAnswerItemDone */
        DispatchAnswerItemDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchAnswerItemInput */
        DispatchAnswerItemInput: {
            /**
             * Answer
             * @default null
             */
            answer?: boolean | number | string | null;
            /**
             * At
             * @default null
             */
            at?: string | null;
            /** Item */
            item: string;
        };
        /** DispatchAnswerItemsDone */
        DispatchAnswerItemsDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchAnswerItemsInput */
        DispatchAnswerItemsInput: {
            /** Answers */
            answers: components["schemas"]["GivenAnswer"][];
        };
        /** DispatchCompleteJobDone */
        DispatchCompleteJobDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchCompleteJobInput */
        DispatchCompleteJobInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
            /**
             * Code
             * @default done
             * @enum {string}
             */
            code?: "done" | "replaced" | "configured" | "no_fault" | "temporary";
            /**
             * First Time Fix
             * @default null
             */
            first_time_fix?: boolean | null;
            /**
             * Note
             * Format: long
             * @default
             */
            note?: string;
        };
        /** DispatchLeaveIncompleteDone */
        DispatchLeaveIncompleteDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchLeaveIncompleteInput */
        DispatchLeaveIncompleteInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** DispatchPauseJobDone */
        DispatchPauseJobDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchPauseJobInput */
        DispatchPauseJobInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
        };
        /** DispatchRemoveEquipmentDone */
        DispatchRemoveEquipmentDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchRemoveEquipmentInput */
        DispatchRemoveEquipmentInput: {
            /** Line */
            line: number;
        };
        /** DispatchRemoveMaterialDone */
        DispatchRemoveMaterialDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchRemoveMaterialInput */
        DispatchRemoveMaterialInput: {
            /** Line */
            line: number;
        };
        /** DispatchRemovePhotoDone */
        DispatchRemovePhotoDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchRemovePhotoInput */
        DispatchRemovePhotoInput: {
            /** Photo */
            photo: number;
        };
        /** DispatchRemoveTimeDone */
        DispatchRemoveTimeDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchRemoveTimeInput */
        DispatchRemoveTimeInput: {
            /** Entry */
            entry: number;
        };
        /** DispatchSignJobDone */
        DispatchSignJobDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchSignJobInput */
        DispatchSignJobInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
            /**
             * File
             * Format: file
             */
            file: string;
            /** Name */
            name: string;
        };
        /** DispatchStartJobDone */
        DispatchStartJobDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchStartJobInput */
        DispatchStartJobInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
        };
        /** DispatchStartTravelDone */
        DispatchStartTravelDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchStartTravelInput */
        DispatchStartTravelInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
        };
        /** DispatchTurnBackDone */
        DispatchTurnBackDone: {
            replayed: boolean;
            result: null;
        };
        /** DispatchTurnBackInput */
        DispatchTurnBackInput: {
            /**
             * At
             * @default null
             */
            at?: string | null;
        };
        /**
         * EarlierJob
         * @description A job that was over before, at the same place: what, by whom, what came of it; `minutes` of work.
         */
        EarlierJob: {
            /** Completion Code */
            completion_code: string;
            /** Equipment */
            equipment: string[];
            /** Kind */
            kind: string;
            /** Minutes */
            minutes: number;
            /** Note */
            note: string;
            /** Number */
            number: string;
            /**
             * On
             * Format: date
             */
            on: string;
            /** Status */
            status: string;
            /** Technicians */
            technicians: string[];
            /** Title */
            title: string;
        };
        /**
         * FieldDevice
         * @description A device at the address.
         */
        FieldDevice: {
            /** Behind */
            behind: string;
            /** Kind */
            kind: string;
            /** Mac */
            mac: string;
            /** Manufacturer */
            manufacturer: string;
            /** Model */
            model: string;
            /** Number */
            number: string;
            /** Serial */
            serial: string;
            /** State */
            state: string;
        };
        /**
         * FieldDone
         * @description What came of a verb; `replayed` when the same key was answered before.
         */
        FieldDone: {
            /** Replayed */
            replayed: boolean;
            /** Result */
            result?: unknown;
        };
        /**
         * FieldDrop
         * @description The fibre that comes in: its terminal and port (`0/1/7`, ont 12), its virtual networks by service.
         */
        FieldDrop: {
            /** Connection Type */
            connection_type: string;
            /** Number */
            number: string;
            /** Olt */
            olt: string;
            /** Ont Id */
            ont_id: number | null;
            /** Ont Serial */
            ont_serial: string;
            /** Port */
            port: string;
            /** State */
            state: string;
            /** Vlans */
            vlans: {
                [key: string]: number;
            };
        };
        /**
         * FieldItemOut
         * @description An item to choose; without a price today, somebody says one.
         */
        FieldItemOut: {
            /** Item */
            item: string;
            /** Name */
            name: string;
            /** Price */
            price: string | null;
        };
        /**
         * FieldJob
         * @description One job with everything one needs to know at the door, also when there is no signal there.
         */
        FieldJob: {
            /** Drops */
            drops: components["schemas"]["FieldDrop"][];
            /** Equipment */
            equipment: components["schemas"]["FieldDevice"][];
            /** History */
            history: components["schemas"]["EarlierJob"][];
            job: components["schemas"]["JobPage"];
            /** Services */
            services: components["schemas"]["FieldService"][];
        };
        /**
         * FieldService
         * @description What the customer has at the address.
         */
        FieldService: {
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Service Kind */
            service_kind: string;
            /** State */
            state: string;
        };
        /**
         * GivenAnswer
         * @description An answer to one item of a checklist (none takes it back), and when it was given; now unless said.
         */
        GivenAnswer: {
            /**
             * Answer
             * @default null
             */
            answer?: boolean | number | string | null;
            /**
             * At
             * @default null
             */
            at?: string | null;
            /** Item */
            item: string;
        };
        /**
         * JobChoiceOut
         * @description One answer to choose.
         */
        JobChoiceOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * JobContactOut
         * @description How to reach somebody.
         */
        JobContactOut: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * JobEquipmentOut
         * @description Equipment installed, removed or replaced.
         */
        JobEquipmentOut: {
            /** Act */
            act: string;
            /** Id */
            id: number;
            /** Mac */
            mac: string;
            /** Model */
            model: string;
            /** Replaces */
            replaces: string;
            /** Serial */
            serial: string;
            /** Told */
            told: boolean;
        };
        /**
         * JobHead
         * @description A job in a row: what, when, in which state.
         */
        JobHead: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /** Starts */
            starts: string | null;
            /** Status */
            status: string;
            /** Step */
            step: string;
            /** Title */
            title: string;
        };
        /**
         * JobItemOut
         * @description An item of a checklist with its answer; `asked` by its condition, `missing` when it blocks completion.
         */
        JobItemOut: {
            /** Answer */
            answer: boolean | number | string | null;
            /** Answered At */
            answered_at: string | null;
            /** Answered By */
            answered_by: string;
            /** Asked */
            asked: boolean;
            /** Choices */
            choices: components["schemas"]["JobChoiceOut"][];
            /** Code */
            code: string;
            /** Highest */
            highest: string | null;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Lowest */
            lowest: string | null;
            /** Mandatory */
            mandatory: boolean;
            /** Missing */
            missing: boolean;
            /** Photos */
            photos: number;
            /** Unit */
            unit: string;
        };
        /**
         * JobLineOut
         * @description Material or a charge.
         */
        JobLineOut: {
            /** Billable */
            billable: boolean;
            /** Description */
            description: string;
            /** Id */
            id: number;
            /** Item */
            item: string | null;
            /** Kind */
            kind: string;
            /** Quantity */
            quantity: string;
            /** Told */
            told: boolean;
            /** Unit Price */
            unit_price: string | null;
        };
        /**
         * JobNeedOut
         * @description A tag needed, at least at a level.
         */
        JobNeedOut: {
            /** Level */
            level: number;
            /** Name */
            name: string;
            /** Tag */
            tag: string;
        };
        /**
         * JobPage
         * @description A job whole: who, where, when, what for, what was done; `mine` when whoever reads may work on it.
         */
        JobPage: {
            /** Access Notes */
            access_notes: string;
            /** Address */
            address: string;
            /** Assistants */
            assistants: components["schemas"]["JobTechnician"][];
            /** Chain */
            chain: components["schemas"]["JobHead"][];
            /** Checklist */
            checklist: components["schemas"]["JobItemOut"][];
            /** Completed At */
            completed_at: string | null;
            /** Completed On */
            completed_on: string | null;
            /** Completion Code */
            completion_code: string;
            /** Completion Note */
            completion_note: string;
            /** Contacts */
            contacts: components["schemas"]["JobContactOut"][];
            /** Contract */
            contract: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Crew */
            crew: string | null;
            /** Customer */
            customer: string;
            /** Customer Language */
            customer_language: string;
            /** Customer Name */
            customer_name: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Equipment */
            equipment: components["schemas"]["JobEquipmentOut"][];
            /** First Time Fix */
            first_time_fix: boolean | null;
            /** Instructions */
            instructions: string;
            /** Issue */
            issue: string;
            /** Kind */
            kind: string;
            /** Latitude */
            latitude: string | null;
            /** Lines */
            lines: components["schemas"]["JobLineOut"][];
            /** Location */
            location: string | null;
            /** Longitude */
            longitude: string | null;
            /** May Start Early */
            may_start_early: boolean;
            /** Mine */
            mine: boolean;
            /** Minutes */
            minutes: number;
            /** Needs */
            needs: components["schemas"]["JobNeedOut"][];
            /** Needs Signature */
            needs_signature: boolean;
            /** Number */
            number: string;
            /** Past Amounts */
            past_amounts: {
                [key: string]: string;
            } | null;
            /** Photos */
            photos: components["schemas"]["JobPhotoOut"][];
            /** Priority */
            priority: string;
            /** Reason */
            reason: string;
            signature: components["schemas"]["JobSignatureOut"] | null;
            /** Started At */
            started_at: string | null;
            /** Starts */
            starts: string | null;
            /** Status */
            status: string;
            /** Step */
            step: string;
            technician: components["schemas"]["JobTechnician"] | null;
            /** Time */
            time: components["schemas"]["JobTimeOut"][];
            /** Title */
            title: string;
            /** Waits For */
            waits_for: components["schemas"]["JobHead"][];
            /** Window Ends */
            window_ends: string | null;
            /** Window Starts */
            window_starts: string | null;
        };
        /**
         * JobPhotoOut
         * @description A picture: the file's key, and for which item.
         */
        JobPhotoOut: {
            /** By */
            by: string;
            /** Caption */
            caption: string;
            /**
             * File
             * Format: uuid
             */
            file: string;
            /** Id */
            id: number;
            /** Item */
            item: string | null;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
        };
        /**
         * JobSignatureOut
         * @description JobTechnician signed, and when.
         */
        JobSignatureOut: {
            /**
             * File
             * Format: uuid
             */
            file: string;
            /** Name */
            name: string;
            /**
             * Signed At
             * Format: date-time
             */
            signed_at: string;
        };
        /**
         * JobTechnician
         * @description A technician as others name him.
         */
        JobTechnician: {
            /** Colour */
            colour: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Phone */
            phone: string;
        };
        /**
         * JobTimeOut
         * @description Hours of a technician; `minutes` when they ended. Old ones may have no technician, and a length nobody knows.
         */
        JobTimeOut: {
            /** Ended At */
            ended_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Minutes */
            minutes: number | null;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Technician */
            technician: string;
        };
        /**
         * Myself
         * @description A technician to himself; `on_job` is where his clock runs, since when, doing what; empty and none otherwise.
         */
        Myself: {
            /** Colour */
            colour: string;
            /** Crew */
            crew: string | null;
            /** Doing */
            doing: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** On Job */
            on_job: string;
            /** Since */
            since: string | null;
            /** Status */
            status: string;
        };
        /**
         * RefusalBody
         * @description What every refusal looks like.
         */
        RefusalBody: {
            /** Code */
            code: string;
            /**
             * Details
             * @default []
             */
            details?: components["schemas"]["RefusalDetail"][];
            /** Message */
            message: string;
        };
        /**
         * RefusalDetail
         * @description One thing wrong, and where; `suggestion` is a value to take instead, or empty.
         */
        RefusalDetail: {
            /** Code */
            code: string;
            /** Field */
            field: string;
            /** Message */
            message: string;
            /**
             * Suggestion
             * @default
             */
            suggestion?: string;
        };
        /**
         * Scanned
         * @description What was read: the number in its one form, and what it means here.
         *
         *     `in_stock` can be installed, `here` is already at the location asked about, `elsewhere` serves another one,
         *     `out_of_order` is defective, returned or lost, `unknown` is none of ours, `unreadable` is no number of a device.
         */
        Scanned: {
            /** Equipment */
            equipment: string;
            /** Kind */
            kind: string;
            /** Location */
            location: string;
            /** Mac */
            mac: string;
            /** Model */
            model: string;
            /** Serial */
            serial: string;
            /** State */
            state: string;
            /** Stock Place */
            stock_place: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "in_stock" | "here" | "elsewhere" | "out_of_order" | "unknown" | "unreadable";
        };
        /**
         * UploadedOut
         * @description A stored picture, to be kept as a photo or a signature.
         */
        UploadedOut: {
            /**
             * File
             * Format: uuid
             */
            file: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    field_list_items: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldItemOut"][];
                };
            };
        };
    };
    field_list_jobs: {
        parameters: {
            query?: {
                first?: string | null;
                last?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayJob"][];
                };
            };
        };
    };
    field_read_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldJob"];
                };
            };
        };
    };
    field_dispatch_answer_item: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchAnswerItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswerItemDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_answer_items: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchAnswerItemsInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswerItemsDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_complete_job: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchCompleteJobInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchCompleteJobDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_add_equipment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchAddEquipmentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAddEquipmentDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_remove_equipment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchRemoveEquipmentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRemoveEquipmentDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_leave_incomplete: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchLeaveIncompleteInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchLeaveIncompleteDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_add_material: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchAddMaterialInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAddMaterialDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_remove_material: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchRemoveMaterialInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRemoveMaterialDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_pause_job: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchPauseJobInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchPauseJobDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_upload_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Upload
                     * Format: binary
                     */
                    upload: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_add_photo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchAddPhotoInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAddPhotoDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_remove_photo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchRemovePhotoInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRemovePhotoDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_read_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": unknown;
                };
            };
        };
    };
    field_dispatch_sign_job: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchSignJobInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchSignJobDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_start_job: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchStartJobInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchStartJobDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_start_travel: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchStartTravelInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchStartTravelDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_add_time: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchAddTimeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAddTimeDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_remove_time: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchRemoveTimeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchRemoveTimeDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_dispatch_turn_back: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchTurnBackInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchTurnBackDone"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    field_read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Myself"];
                };
            };
        };
    };
    field_scan: {
        parameters: {
            query: {
                text: string;
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scanned"];
                };
            };
        };
    };
}
