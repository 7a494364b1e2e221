/* Made by `npm run api` from openapi.json; not written by hand. */
export interface paths {
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Actions
         * @description List every action with the schema of its input; `allowed` says whether the reader may do it.
         */
        get: operations["list_actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.add_charge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a charge
         * @description Let a one-time charge (a negative price: a credit) wait for a customer's next invoice; returns its id.
         */
        post: operations["billing_add_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.add_charge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a charge
         * @description Let a one-time charge (a negative price: a credit) wait for a customer's next invoice; returns its id.
         */
        post: operations["preview_billing_add_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.bill_charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill now
         * @description Invoice waiting charges at once, one document per customer, whatever day they wait for; returns the numbers.
         */
        post: operations["billing_bill_charges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.bill_charges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill now
         * @description Invoice waiting charges at once, one document per customer, whatever day they wait for; returns the numbers.
         */
        post: operations["preview_billing_bill_charges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.bill_customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill now
         * @description Invoice at once what is due and what waits for a customer; returns the document's number ("" for nothing).
         */
        post: operations["billing_bill_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.bill_customer/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill now
         * @description Invoice at once what is due and what waits for a customer; returns the document's number ("" for nothing).
         */
        post: operations["preview_billing_bill_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.bill_first_period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill the first period
         * @description Invoice at once what is due of one subscription, up to its next billing day; returns the number ("" for nothing).
         *
         *     Asked twice it bills once. After a run made ahead, the period of that run is billed with it.
         */
        post: operations["billing_bill_first_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.bill_first_period/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill the first period
         * @description Invoice at once what is due of one subscription, up to its next billing day; returns the number ("" for nothing).
         *
         *     Asked twice it bills once. After a run made ahead, the period of that run is billed with it.
         */
        post: operations["preview_billing_bill_first_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.charge_again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge again
         * @description Charge the days from one on that a pause or suspension had given back and that are used after all.
         */
        post: operations["billing_charge_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.charge_again/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge again
         * @description Charge the days from one on that a pause or suspension had given back and that are used after all.
         */
        post: operations["preview_billing_charge_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.charge_early_end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge the early end
         * @description Let the indemnity of an early end wait for the customer's next invoice; returns the charge's id.
         *
         *     At most what the law allows on the day of the end, less what is charged already; no tax comes on top of it.
         */
        post: operations["billing_charge_early_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.charge_early_end/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge the early end
         * @description Let the indemnity of an early end wait for the customer's next invoice; returns the charge's id.
         *
         *     At most what the law allows on the day of the end, less what is charged already; no tax comes on top of it.
         */
        post: operations["preview_billing_charge_early_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.charge_now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill a charge now
         * @description Invoice a one-time charge at once, by itself (a negative price makes a credit note); returns the number.
         */
        post: operations["billing_charge_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.charge_now/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bill a charge now
         * @description Invoice a one-time charge at once, by itself (a negative price makes a credit note); returns the number.
         */
        post: operations["preview_billing_charge_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.confirm_run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the billing run
         * @description Launch the billing of a day: every customer due gets his invoice, in the background, once whatever happens.
         */
        post: operations["billing_confirm_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.confirm_run/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the billing run
         * @description Launch the billing of a day: every customer due gets his invoice, in the background, once whatever happens.
         */
        post: operations["preview_billing_confirm_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.create_draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepare an invoice
         * @description Prepare a manual invoice with today's taxes; it is named `DRAFT-{key}` until it has a number.
         */
        post: operations["billing_create_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.create_draft/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepare an invoice
         * @description Prepare a manual invoice with today's taxes; it is named `DRAFT-{key}` until it has a number.
         */
        post: operations["preview_billing_create_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.credit_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a credit note
         * @description Give back an invoice, what is left of it, or some of its lines, taxes at its own rates.
         *
         *     The last credit takes the last cent. The note pays the invoice as far as it is open, then other debts; days given
         *     back whole are not charged again by themselves.
         */
        post: operations["billing_credit_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.credit_invoice/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a credit note
         * @description Give back an invoice, what is left of it, or some of its lines, taxes at its own rates.
         *
         *     The last credit takes the last cent. The note pays the invoice as far as it is open, then other debts; days given
         *     back whole are not charged again by themselves.
         */
        post: operations["preview_billing_credit_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.discard_draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard the draft
         * @description Throw a draft away; its trail stays in the audit.
         */
        post: operations["billing_discard_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.discard_draft/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard the draft
         * @description Throw a draft away; its trail stays in the audit.
         */
        post: operations["preview_billing_discard_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.edit_draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit the draft
         * @description Write a draft anew: its lines, texts and due date, with today's taxes.
         */
        post: operations["billing_edit_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.edit_draft/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit the draft
         * @description Write a draft anew: its lines, texts and due date, with today's taxes.
         */
        post: operations["preview_billing_edit_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.end_exemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an exemption
         * @description End a certificate on a day (today unless given): documents from that day on are taxed; issued ones stay.
         */
        post: operations["billing_end_exemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.end_exemption/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an exemption
         * @description End a certificate on a day (today unless given): documents from that day on are taxed; issued ones stay.
         */
        post: operations["preview_billing_end_exemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.grant_exemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a tax exemption
         * @description Record a certificate: documents of its days spare these taxes, everywhere or at one location; returns its id.
         *
         *     The day that counts is the document's, as for rates. Once expired the lines are taxed again by themselves.
         */
        post: operations["billing_grant_exemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.grant_exemption/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a tax exemption
         * @description Record a certificate: documents of its days spare these taxes, everywhere or at one location; returns its id.
         *
         *     The day that counts is the document's, as for rates. Once expired the lines are taxed again by themselves.
         */
        post: operations["preview_billing_grant_exemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.issue_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue the invoice
         * @description Number, post and freeze a draft, dated today with today's taxes; open credit pays it. Returns its number.
         */
        post: operations["billing_issue_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.issue_invoice/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue the invoice
         * @description Number, post and freeze a draft, dated today with today's taxes; open credit pays it. Returns its number.
         */
        post: operations["preview_billing_issue_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.replace_charge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a waiting charge
         * @description Withdraw a waiting one-time charge and add it anew with what is given changed; returns the new one's id.
         */
        post: operations["billing_replace_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.replace_charge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a waiting charge
         * @description Withdraw a waiting one-time charge and add it anew with what is given changed; returns the new one's id.
         */
        post: operations["preview_billing_replace_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.restore_charge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a charge wait again
         * @description Let a charge that a person withdrew wait again; one that was corrected has its successor instead.
         */
        post: operations["billing_restore_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.restore_charge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a charge wait again
         * @description Let a charge that a person withdrew wait again; one that was corrected has its successor instead.
         */
        post: operations["preview_billing_restore_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.resume_run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume the billing run
         * @description Go on with a run: what waits is issued, and customers who were parked are tried again.
         */
        post: operations["billing_resume_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.resume_run/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume the billing run
         * @description Go on with a run: what waits is issued, and customers who were parked are tried again.
         */
        post: operations["preview_billing_resume_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.settle_service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust charged days
         * @description Give back what is charged from a day on; with an item and a price, charge those days again as they are now.
         *
         *     Both wait for the customer's next invoice. Asked twice it does it once; nothing happens when charging goes on.
         *     What it was before tells at what price days charged by the former system are given back.
         */
        post: operations["billing_settle_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.settle_service/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust charged days
         * @description Give back what is charged from a day on; with an item and a price, charge those days again as they are now.
         *
         *     Both wait for the customer's next invoice. Asked twice it does it once; nothing happens when charging goes on.
         *     What it was before tells at what price days charged by the former system are given back.
         */
        post: operations["preview_billing_settle_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.sign_run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign the proof sheet off
         * @description Sign a finished run's proof sheet: every subscription explained, expected = issued = ledger = taxes.
         */
        post: operations["billing_sign_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.sign_run/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign the proof sheet off
         * @description Sign a finished run's proof sheet: every subscription explained, expected = issued = ledger = taxes.
         */
        post: operations["preview_billing_sign_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.withdraw_charge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a waiting charge
         * @description Take back a charge that is on no invoice yet.
         */
        post: operations["billing_withdraw_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.withdraw_charge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a waiting charge
         * @description Take back a charge that is on no invoice yet.
         */
        post: operations["preview_billing_withdraw_charge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.withdraw_charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw waiting charges
         * @description Take back several charges that are on no invoice yet, all or none; returns how many.
         */
        post: operations["billing_withdraw_charges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/billing.withdraw_charges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw waiting charges
         * @description Take back several charges that are on no invoice yet, all or none; returns how many.
         */
        post: operations["preview_billing_withdraw_charges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.create_item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an item
         * @description Add an item to the catalogue, with a price from today if one is given; returns its SKU.
         */
        post: operations["catalog_create_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.create_item/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an item
         * @description Add an item to the catalogue, with a price from today if one is given; returns its SKU.
         */
        post: operations["preview_catalog_create_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.create_plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a plan
         * @description Sell items as one, with an interval and a commitment; returns the plan's code.
         */
        post: operations["catalog_create_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.create_plan/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a plan
         * @description Sell items as one, with an interval and a commitment; returns the plan's code.
         */
        post: operations["preview_catalog_create_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.edit_item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit an item
         * @description Change an item's words, branch, tax or fee class from now on; issued invoices keep what they printed.
         */
        post: operations["catalog_edit_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.edit_item/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit an item
         * @description Change an item's words, branch, tax or fee class from now on; issued invoices keep what they printed.
         */
        post: operations["preview_catalog_edit_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.edit_plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a plan
         * @description Change a plan's words, items or commitment for those who take it from now on.
         */
        post: operations["catalog_edit_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.edit_plan/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a plan
         * @description Change a plan's words, items or commitment for those who take it from now on.
         */
        post: operations["preview_catalog_edit_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.retire_item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop selling an item
         * @description Take an item out of what is sold; who has it keeps it. One that a plan on sale needs is refused.
         */
        post: operations["catalog_retire_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.retire_item/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop selling an item
         * @description Take an item out of what is sold; who has it keeps it. One that a plan on sale needs is refused.
         */
        post: operations["preview_catalog_retire_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.retire_plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop selling a plan
         * @description Take a plan out of what is sold; who has it keeps it.
         */
        post: operations["catalog_retire_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.retire_plan/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop selling a plan
         * @description Take a plan out of what is sold; who has it keeps it.
         */
        post: operations["preview_catalog_retire_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.sell_item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell an item again
         * @description Put an item back among what is sold; a fee that the law forbids stays out.
         */
        post: operations["catalog_sell_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.sell_item/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell an item again
         * @description Put an item back among what is sold; a fee that the law forbids stays out.
         */
        post: operations["preview_catalog_sell_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.sell_plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell a plan again
         * @description Put a plan back among what is sold, if all its items are.
         */
        post: operations["catalog_sell_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.sell_plan/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell a plan again
         * @description Put a plan back among what is sold, if all its items are.
         */
        post: operations["preview_catalog_sell_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.set_item_price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a price
         * @description Give an item a price from a day on; prices before that day stay, later ones are replaced.
         */
        post: operations["catalog_set_item_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/catalog.set_item_price/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a price
         * @description Give an item a price from a day on; prices before that day stay, later ones are replaced.
         */
        post: operations["preview_catalog_set_item_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.add_arrangement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a payment arrangement
         * @description Write down what a customer promises to pay and by when; returns the arrangement's id.
         */
        post: operations["collections_add_arrangement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.add_arrangement/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a payment arrangement
         * @description Write down what a customer promises to pay and by when; returns the arrangement's id.
         */
        post: operations["preview_collections_add_arrangement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.cancel_arrangement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a payment arrangement
         * @description Take an arrangement back, saying why; dunning goes on as before it.
         */
        post: operations["collections_cancel_arrangement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.cancel_arrangement/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a payment arrangement
         * @description Take an arrangement back, saying why; dunning goes on as before it.
         */
        post: operations["preview_collections_cancel_arrangement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.end_suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the end of a suspension
         * @description Record that a customer's suspension ends on a day (today): the first day he is served again.
         */
        post: operations["collections_end_suspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.end_suspension/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the end of a suspension
         * @description Record that a customer's suspension ends on a day (today): the first day he is served again.
         */
        post: operations["preview_collections_end_suspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.record_suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a suspension
         * @description Record that a customer is suspended from a day on (today), up to a day or until ended; returns its id.
         */
        post: operations["collections_record_suspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/collections.record_suspension/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a suspension
         * @description Record that a customer is suspended from a day on (today), up to a day or until ended; returns its id.
         */
        post: operations["preview_collections_record_suspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.add_contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a contact
         * @description Add a person to a customer, with a telephone number and an email if given; returns the contact's id.
         */
        post: operations["crm_add_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.add_contact/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a contact
         * @description Add a person to a customer, with a telephone number and an email if given; returns the contact's id.
         */
        post: operations["preview_crm_add_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.add_contact_point": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an email or telephone
         * @description Add an email or a telephone number to a person; returns its id.
         */
        post: operations["crm_add_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.add_contact_point/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an email or telephone
         * @description Add an email or a telephone number to a person; returns its id.
         */
        post: operations["preview_crm_add_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.add_location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a service location
         * @description Add a place where a customer is served; returns its number.
         */
        post: operations["crm_add_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.add_location/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a service location
         * @description Add a place where a customer is served; returns its number.
         */
        post: operations["preview_crm_add_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.create_customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a customer
         * @description Make a prospect with its owner's contact; returns its number. Look for duplicates before.
         */
        post: operations["crm_create_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.create_customer/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a customer
         * @description Make a prospect with its owner's contact; returns its number. Look for duplicates before.
         */
        post: operations["preview_crm_create_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.give_consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a consent
         * @description Record that a customer agrees to be reached on a channel, and how we know.
         */
        post: operations["crm_give_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.give_consent/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a consent
         * @description Record that a customer agrees to be reached on a channel, and how we know.
         */
        post: operations["preview_crm_give_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.remove_contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a contact
         * @description Remove a person and the ways to reach him; the audit trail keeps them. The last one stays.
         */
        post: operations["crm_remove_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.remove_contact/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a contact
         * @description Remove a person and the ways to reach him; the audit trail keeps them. The last one stays.
         */
        post: operations["preview_crm_remove_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.remove_contact_point": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove an email or telephone
         * @description Remove an email or a telephone number; the audit trail keeps it.
         */
        post: operations["crm_remove_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.remove_contact_point/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove an email or telephone
         * @description Remove an email or a telephone number; the audit trail keeps it.
         */
        post: operations["preview_crm_remove_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.remove_parent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the parent account
         * @description Let a customer pay for himself again; what his parent was invoiced stays the parent's.
         */
        post: operations["crm_remove_parent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.remove_parent/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the parent account
         * @description Let a customer pay for himself again; what his parent was invoiced stays the parent's.
         */
        post: operations["preview_crm_remove_parent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.set_customer_status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a customer’s status
         * @description Make a customer active, suspended, terminated or a prospect from a day on; his services are changed elsewhere.
         */
        post: operations["crm_set_customer_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.set_customer_status/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a customer’s status
         * @description Make a customer active, suspended, terminated or a prospect from a day on; his services are changed elsewhere.
         */
        post: operations["preview_crm_set_customer_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.set_parent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a parent account pay
         * @description Let a parent account pay for a customer: from now on his lines come on the parent's invoice.
         *
         *     What the customer owes already stays his. One level: a parent has no parent, and who is paid for pays for nobody.
         */
        post: operations["crm_set_parent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.set_parent/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a parent account pay
         * @description Let a parent account pay for a customer: from now on his lines come on the parent's invoice.
         *
         *     What the customer owes already stays his. One level: a parent has no parent, and who is paid for pays for nobody.
         */
        post: operations["preview_crm_set_parent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a contact
         * @description Change a person's name, role or preferred channel.
         */
        post: operations["crm_update_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_contact/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a contact
         * @description Change a person's name, role or preferred channel.
         */
        post: operations["preview_crm_update_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_contact_point": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change an email or telephone
         * @description Change an email or a telephone number; a new value is valid again unless said otherwise.
         */
        post: operations["crm_update_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_contact_point/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change an email or telephone
         * @description Change an email or a telephone number; a new value is valid again unless said otherwise.
         */
        post: operations["preview_crm_update_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a customer
         * @description Change the fields that are given; the others stay. Text is emptied by an empty text.
         */
        post: operations["crm_update_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_customer/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a customer
         * @description Change the fields that are given; the others stay. Text is emptied by an empty text.
         */
        post: operations["preview_crm_update_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a service location
         * @description Change the fields that are given. An address that becomes another one is kept among the former ones.
         */
        post: operations["crm_update_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.update_location/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a service location
         * @description Change the fields that are given. An address that becomes another one is kept among the former ones.
         */
        post: operations["preview_crm_update_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.withdraw_consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a consent
         * @description Record that a customer no longer agrees, from now on.
         */
        post: operations["crm_withdraw_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/crm.withdraw_consent/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a consent
         * @description Record that a customer no longer agrees, from now on.
         */
        post: operations["preview_crm_withdraw_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.change_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change password
         * @description Change one's own password, knowing the current one; every session ends, this one too.
         */
        post: operations["identity_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.change_password/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change password
         * @description Change one's own password, knowing the current one; every session ends, this one too.
         */
        post: operations["preview_identity_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.create_role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a role
         * @description Make a new role; returns its code.
         */
        post: operations["identity_create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.create_role/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a role
         * @description Make a new role; returns its code.
         */
        post: operations["preview_identity_create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.create_token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an access token
         * @description Make a program's way in, with some of one's own permissions; its secret is shown once.
         */
        post: operations["identity_create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.create_token/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an access token
         * @description Make a program's way in, with some of one's own permissions; its secret is shown once.
         */
        post: operations["preview_identity_create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.create_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a person
         * @description Add a member of staff; without a password he can't enter until one is set. Returns his user name.
         */
        post: operations["identity_create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.create_user/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a person
         * @description Add a member of staff; without a password he can't enter until one is set. Returns his user name.
         */
        post: operations["preview_identity_create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.deactivate_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a person
         * @description Put somebody out everywhere at once; his name stays on what he did.
         */
        post: operations["identity_deactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.deactivate_user/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a person
         * @description Put somebody out everywhere at once; his name stays on what he did.
         */
        post: operations["preview_identity_deactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.edit_role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a role
         * @description Give a role exactly these permissions; whoever holds it has them from his next request on.
         */
        post: operations["identity_edit_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.edit_role/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a role
         * @description Give a role exactly these permissions; whoever holds it has them from his next request on.
         */
        post: operations["preview_identity_edit_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.end_sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End sessions
         * @description End one or all of one's own sessions (anybody's with identity.admin); returns how many.
         */
        post: operations["identity_end_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.end_sessions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End sessions
         * @description End one or all of one's own sessions (anybody's with identity.admin); returns how many.
         */
        post: operations["preview_identity_end_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.mark_notices_read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notices as read
         * @description Mark one's notices as read, all or up to one by id; returns how many were new.
         */
        post: operations["identity_mark_notices_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.mark_notices_read/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notices as read
         * @description Mark one's notices as read, all or up to one by id; returns how many were new.
         */
        post: operations["preview_identity_mark_notices_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.open_with_view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the opening view
         * @description Open a list in a view of one's choice, shipped or saved (`v12`), for oneself; empty: as it ships.
         */
        post: operations["identity_open_with_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.open_with_view/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the opening view
         * @description Open a list in a view of one's choice, shipped or saved (`v12`), for oneself; empty: as it ships.
         */
        post: operations["preview_identity_open_with_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.reactivate_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a person
         * @description Let somebody in again, with the roles he had.
         */
        post: operations["identity_reactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.reactivate_user/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a person
         * @description Let somebody in again, with the roles he had.
         */
        post: operations["preview_identity_reactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.remove_view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a view
         * @description Take a view away, from everybody if it was shared; it can be put back.
         */
        post: operations["identity_remove_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.remove_view/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a view
         * @description Take a view away, from everybody if it was shared; it can be put back.
         */
        post: operations["preview_identity_remove_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.rename_view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a view
         * @description Give a view another name.
         */
        post: operations["identity_rename_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.rename_view/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a view
         * @description Give a view another name.
         */
        post: operations["preview_identity_rename_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.restore_view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a view back
         * @description Put a removed view back, under its name if nobody took it meanwhile.
         */
        post: operations["identity_restore_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.restore_view/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a view back
         * @description Put a removed view back, under its name if nobody took it meanwhile.
         */
        post: operations["preview_identity_restore_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.revoke_token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an access token
         * @description End a token at once; its name may be used again.
         */
        post: operations["identity_revoke_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.revoke_token/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an access token
         * @description End a token at once; its name may be used again.
         */
        post: operations["preview_identity_revoke_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.save_view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a view
         * @description Keep a list's filters, order and columns under a name, for oneself or for everybody; returns its number.
         */
        post: operations["identity_save_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.save_view/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a view
         * @description Keep a list's filters, order and columns under a name, for oneself or for everybody; returns its number.
         */
        post: operations["preview_identity_save_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.set_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password
         * @description Give somebody a new password; his sessions end.
         */
        post: operations["identity_set_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.set_password/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password
         * @description Give somebody a new password; his sessions end.
         */
        post: operations["preview_identity_set_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.set_preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change preferences
         * @description Change one's own language or theme (anybody's with identity.admin); what is left out stays.
         */
        post: operations["identity_set_preferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.set_preferences/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change preferences
         * @description Change one's own language or theme (anybody's with identity.admin); what is left out stays.
         */
        post: operations["preview_identity_set_preferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.set_roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give roles
         * @description Give somebody exactly these roles; nobody gives or takes more than he may do himself.
         */
        post: operations["identity_set_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.set_roles/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give roles
         * @description Give somebody exactly these roles; nobody gives or takes more than he may do himself.
         */
        post: operations["preview_identity_set_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.share_view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share a view
         * @description Show a view to everybody who reads its list, or to its owner only.
         */
        post: operations["identity_share_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.share_view/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share a view
         * @description Show a view to everybody who reads its list, or to its owner only.
         */
        post: operations["preview_identity_share_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.turn_switch_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn off
         * @description Stop something from acting by itself, at once; what it already began is finished.
         */
        post: operations["identity_turn_switch_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.turn_switch_off/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn off
         * @description Stop something from acting by itself, at once; what it already began is finished.
         */
        post: operations["preview_identity_turn_switch_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.turn_switch_on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn on
         * @description Let something act on customers by itself from now on; nothing catches up on a date before.
         */
        post: operations["identity_turn_switch_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.turn_switch_on/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn on
         * @description Let something act on customers by itself from now on; nothing catches up on a date before.
         */
        post: operations["preview_identity_turn_switch_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.update_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a person
         * @description Change who somebody is; what is left out stays.
         */
        post: operations["identity_update_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.update_user/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a person
         * @description Change who somebody is; what is left out stays.
         */
        post: operations["preview_identity_update_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.update_view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a view
         * @description Give a view other filters, another order and other columns.
         */
        post: operations["identity_update_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/identity.update_view/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a view
         * @description Give a view other filters, another order and other columns.
         */
        post: operations["preview_identity_update_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.add_note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note
         * @description Write a note on a record (`customer:C-4217`); returns its id.
         */
        post: operations["kernel_add_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.add_note/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note
         * @description Write a note on a record (`customer:C-4217`); returns its id.
         */
        post: operations["preview_kernel_add_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.retry_parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry parked work
         * @description Try a parked delivery or intent again, from its first attempt; what waits behind follows in order.
         */
        post: operations["kernel_retry_parked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.retry_parked/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry parked work
         * @description Try a parked delivery or intent again, from its first attempt; what waits behind follows in order.
         */
        post: operations["preview_kernel_retry_parked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.set_setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a setting
         * @description Give a setting of the company another value, of the type that it declares (`GET /settings` says which).
         */
        post: operations["kernel_set_setting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.set_setting/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a setting
         * @description Give a setting of the company another value, of the type that it declares (`GET /settings` says which).
         */
        post: operations["preview_kernel_set_setting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.skip_parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip parked work
         * @description Give up a parked delivery or intent, saying why; what waits behind goes on.
         */
        post: operations["kernel_skip_parked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/kernel.skip_parked/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip parked work
         * @description Give up a parked delivery or intent, saying why; what waits behind goes on.
         */
        post: operations["preview_kernel_skip_parked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/ledger.close_month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a month
         * @description Close a month that is over: nothing is posted in it any more. What blocks on its checklist refuses; what asks for
         *     attention needs a reason, kept with the checklist as it was.
         */
        post: operations["ledger_close_month"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/ledger.close_month/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a month
         * @description Close a month that is over: nothing is posted in it any more. What blocks on its checklist refuses; what asks for
         *     attention needs a reason, kept with the checklist as it was.
         */
        post: operations["preview_ledger_close_month"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/ledger.post_manual_entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post an entry
         * @description Post a balanced entry by hand in an open month; returns its number. Receivables move by documents only.
         */
        post: operations["ledger_post_manual_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/ledger.post_manual_entry/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post an entry
         * @description Post a balanced entry by hand in an open month; returns its number. Receivables move by documents only.
         */
        post: operations["preview_ledger_post_manual_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/ledger.reopen_month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a month
         * @description Let a closed month take postings again, saying why.
         */
        post: operations["ledger_reopen_month"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/ledger.reopen_month/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a month
         * @description Let a closed month take postings again, saying why.
         */
        post: operations["preview_ledger_reopen_month"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/legacy.start_import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the legacy system
         * @description Start an import in the background (or take the unfinished one up); returns the run's number.
         */
        post: operations["legacy_start_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/legacy.start_import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the legacy system
         * @description Start an import in the background (or take the unfinished one up); returns the run's number.
         */
        post: operations["preview_legacy_start_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.add_payment_method": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a bank account
         * @description Take down a customer's bank account for pre-authorized debits; returns the method's id. Cards are added on the
         *     processor's own page, never here.
         */
        post: operations["payments_add_payment_method"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.add_payment_method/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a bank account
         * @description Take down a customer's bank account for pre-authorized debits; returns the method's id. Cards are added on the
         *     processor's own page, never here.
         */
        post: operations["preview_payments_add_payment_method"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a credit
         * @description Let a payment or credit note pay an invoice of its customer, all it can unless `amount` says less; returns how
         *     much it paid.
         */
        post: operations["payments_allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.allocate/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a credit
         * @description Let a payment or credit note pay an invoice of its customer, all it can unless `amount` says less; returns how
         *     much it paid.
         */
        post: operations["preview_payments_allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.deactivate_payment_method": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a payment method
         * @description Use a method no more; it stays in the history, and no longer pays by itself.
         */
        post: operations["payments_deactivate_payment_method"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.deactivate_payment_method/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a payment method
         * @description Use a method no more; it stays in the history, and no longer pays by itself.
         */
        post: operations["preview_payments_deactivate_payment_method"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.record_payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a payment
         * @description Record and post a payment; returns its number. It pays the oldest due first, or what `allocations` choose (an
         *     empty list: nothing); the rest stays as the customer's credit.
         */
        post: operations["payments_record_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.record_payment/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a payment
         * @description Record and post a payment; returns its number. It pays the oldest due first, or what `allocations` choose (an
         *     empty list: nothing); the rest stays as the customer's credit.
         */
        post: operations["preview_payments_record_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.reveal_bank_details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show bank details
         * @description Show a bank account in clear to somebody who says why: the reading stays in the trail, the numbers don't.
         */
        post: operations["payments_reveal_bank_details"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.reveal_bank_details/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show bank details
         * @description Show a bank account in clear to somebody who says why: the reading stays in the trail, the numbers don't.
         */
        post: operations["preview_payments_reveal_bank_details"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.reverse_payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse a payment
         * @description Take a payment back (NSF, chargeback, mistake); returns the reversal's number. What it had paid is open again,
         *     due when it was due.
         */
        post: operations["payments_reverse_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.reverse_payment/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse a payment
         * @description Take a payment back (NSF, chargeback, mistake); returns the reversal's number. What it had paid is open again,
         *     due when it was due.
         */
        post: operations["preview_payments_reverse_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.set_autopay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set autopay
         * @description Let a method pay by itself, or no longer; a customer has at most one, so another one stops. A debit is the fixed
         *     amount if there is one, else the balance and the supplement, never above the ceiling.
         */
        post: operations["payments_set_autopay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.set_autopay/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set autopay
         * @description Let a method pay by itself, or no longer; a customer has at most one, so another one stops. A debit is the fixed
         *     amount if there is one, else the balance and the supplement, never above the ceiling.
         */
        post: operations["preview_payments_set_autopay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.unallocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an allocation
         * @description Take back what a payment or credit note paid of an invoice; both are open again by it. Returns how much.
         */
        post: operations["payments_unallocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/payments.unallocate/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an allocation
         * @description Take back what a payment or credit note paid of an invoice; both are open again by it. Returns how much.
         */
        post: operations["preview_payments_unallocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.activate_subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a subscription
         * @description Begin to serve and charge a pending subscription; the first invoice goes to the customer's next billing day.
         */
        post: operations["subscriptions_activate_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.activate_subscription/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a subscription
         * @description Begin to serve and charge a pending subscription; the first invoice goes to the customer's next billing day.
         */
        post: operations["preview_subscriptions_activate_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.apply_due_changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply the changes that are due
         * @description Settle every planned change whose day has come, oldest first: each ends applied, or refused with a reason.
         */
        post: operations["subscriptions_apply_due_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.apply_due_changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply the changes that are due
         * @description Settle every planned change whose day has come, oldest first: each ends applied, or refused with a reason.
         */
        post: operations["preview_subscriptions_apply_due_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.cancel_subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a subscription
         * @description End a subscription: the day is the first without it; what was paid beyond is credited. One to come is planned.
         *
         *     What an early end may cost by law is said with its arithmetic; it is charged only when a clerk asks for it.
         */
        post: operations["subscriptions_cancel_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.cancel_subscription/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a subscription
         * @description End a subscription: the day is the first without it; what was paid beyond is credited. One to come is planned.
         *
         *     What an early end may cost by law is said with its arithmetic; it is charged only when a clerk asks for it.
         */
        post: operations["preview_subscriptions_cancel_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.change_item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the plan
         * @description Give a subscription another item from a day on; one to come is planned. The rest is credited and charged anew.
         */
        post: operations["subscriptions_change_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.change_item/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the plan
         * @description Give a subscription another item from a day on; one to come is planned. The rest is credited and charged anew.
         */
        post: operations["preview_subscriptions_change_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.create_subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a subscription
         * @description Prepare what a customer will have at a location, pending until it is activated; returns its number.
         */
        post: operations["subscriptions_create_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.create_subscription/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a subscription
         * @description Prepare what a customer will have at a location, pending until it is activated; returns its number.
         */
        post: operations["preview_subscriptions_create_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.grant_promotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a promotion
         * @description Take an amount or a percentage off for a number of charged cycles, or until a day; returns its id.
         *
         *     It counts from a day on (today unless given) and for days not charged yet; what is charged already stays.
         */
        post: operations["subscriptions_grant_promotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.grant_promotion/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a promotion
         * @description Take an amount or a percentage off for a number of charged cycles, or until a day; returns its id.
         *
         *     It counts from a day on (today unless given) and for days not charged yet; what is charged already stays.
         */
        post: operations["preview_subscriptions_grant_promotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.pause_subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a subscription
         * @description Rest a subscription for a season, from a day (one to come is planned) up to a day: it begins again by itself.
         *
         *     Only active days are charged, the equipment stays, and nothing is claimed meanwhile.
         */
        post: operations["subscriptions_pause_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.pause_subscription/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a subscription
         * @description Rest a subscription for a season, from a day (one to come is planned) up to a day: it begins again by itself.
         *
         *     Only active days are charged, the equipment stays, and nothing is claimed meanwhile.
         */
        post: operations["preview_subscriptions_pause_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.plan_change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a change
         * @description Plan a dated change of price, item, or service; one whose day has come is applied at once. Returns its id.
         */
        post: operations["subscriptions_plan_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.plan_change/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a change
         * @description Plan a dated change of price, item, or service; one whose day has come is applied at once. Returns its id.
         */
        post: operations["preview_subscriptions_plan_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.reactivate_subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a subscription
         * @description Serve a suspended or paused subscription again (a day to come is planned); days not charged stay uncharged.
         */
        post: operations["subscriptions_reactivate_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.reactivate_subscription/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a subscription
         * @description Serve a suspended or paused subscription again (a day to come is planned); days not charged stay uncharged.
         */
        post: operations["preview_subscriptions_reactivate_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.record_commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the commitment
         * @description Write down the term agreed and what was taken off goods needed for the service; recorded anew, it replaces.
         */
        post: operations["subscriptions_record_commitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.record_commitment/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the commitment
         * @description Write down the term agreed and what was taken off goods needed for the service; recorded anew, it replaces.
         */
        post: operations["preview_subscriptions_record_commitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.remove_commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the commitment
         * @description Take a commitment recorded by mistake back: nothing is owed for an early end; why stays in the trail.
         */
        post: operations["subscriptions_remove_commitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.remove_commitment/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the commitment
         * @description Take a commitment recorded by mistake back: nothing is owed for an early end; why stays in the trail.
         */
        post: operations["preview_subscriptions_remove_commitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.restore_promotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a withdrawn promotion back
         * @description Let a withdrawn promotion count again with the cycles it had left; days charged without it stay.
         */
        post: operations["subscriptions_restore_promotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.restore_promotion/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a withdrawn promotion back
         * @description Let a withdrawn promotion count again with the cycles it had left; days charged without it stay.
         */
        post: operations["preview_subscriptions_restore_promotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.set_price_override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an agreed price
         * @description Give a subscription a price of its own, or the item's again; days already charged from then on are adjusted.
         *
         *     A day to come is planned.
         */
        post: operations["subscriptions_set_price_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.set_price_override/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an agreed price
         * @description Give a subscription a price of its own, or the item's again; days already charged from then on are adjusted.
         *
         *     A day to come is planned.
         */
        post: operations["preview_subscriptions_set_price_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.suspend_subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a subscription
         * @description Stop serving a subscription from a day on (one to come is planned); the rest is credited unless still charged.
         */
        post: operations["subscriptions_suspend_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.suspend_subscription/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a subscription
         * @description Stop serving a subscription from a day on (one to come is planned); the rest is credited unless still charged.
         */
        post: operations["preview_subscriptions_suspend_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.withdraw_change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a planned change
         * @description Take back a planned change that has not come yet; it stays on record, withdrawn.
         */
        post: operations["subscriptions_withdraw_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.withdraw_change/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a planned change
         * @description Take back a planned change that has not come yet; it stays on record, withdrawn.
         */
        post: operations["preview_subscriptions_withdraw_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.withdraw_promotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a promotion
         * @description End a promotion early, from a day on (today unless given); days already charged keep it.
         */
        post: operations["subscriptions_withdraw_promotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/subscriptions.withdraw_promotion/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a promotion
         * @description End a promotion early, from a day on (today unless given); days already charged keep it.
         */
        post: operations["preview_subscriptions_withdraw_promotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/arrangements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payment arrangements
         * @description List payment arrangements: filters, order, and a page by cursor.
         */
        get: operations["list_arrangements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/arrangements/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payment arrangements: export
         * @description Export payment arrangements as CSV or XLSX, by the same filters.
         */
        get: operations["export_arrangements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description List changes, newest first, of one record, one actor or one action.
         */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Billing Runs
         * @description List the latest runs.
         */
        get: operations["list_billing_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-runs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Billing Run
         * @description Compute what a run of a day would bill; nothing is written. `refused` says why it could not be confirmed.
         */
        get: operations["preview_billing_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-runs/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Billing Run
         * @description Return a run whole: how far it is, its proof sheet, totals against the month before, who waits and why.
         */
        get: operations["read_billing_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-runs/{date}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Billing Run Differences
         * @description List the customers billed differently in one way, of a made run or of one that would be.
         */
        get: operations["list_billing_run_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting charges
         * @description List waiting charges: filters, order, and a page by cursor.
         */
        get: operations["list_charges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waiting charges: export
         * @description Export waiting charges as CSV or XLSX, by the same filters.
         */
        get: operations["export_charges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers
         * @description List customers: filters, order, and a page by cursor.
         */
        get: operations["list_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Possible Duplicates
         * @description Name customers with this email, telephone or address: shown before a customer is saved.
         */
        get: operations["list_possible_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers: export
         * @description Export customers as CSV or XLSX, by the same filters.
         */
        get: operations["export_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Customer
         * @description Show a customer whole: header, contacts, locations with subscriptions, money, promises, timeline.
         */
        get: operations["read_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{number}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Customer Account
         * @description Return a customer's balance and open documents, oldest due first: what a payment can pay.
         */
        get: operations["read_customer_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{number}/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Customer Exemptions
         * @description List a customer's tax exemptions with their certificates.
         */
        get: operations["list_customer_exemptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{number}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Payment Methods
         * @description List how a customer pays, masked; the automatic method first.
         */
        get: operations["list_payment_methods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{number}/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Customer Promotions
         * @description List the promotions of a customer's subscriptions, with the cycles they have left.
         */
        get: operations["list_customer_promotions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{number}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Customer Subscriptions
         * @description List what one customer has, with the filters, order and pages of the whole list.
         */
        get: operations["list_customer_subscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Customer Timeline
         * @description Show a page of a customer's timeline, of one kind (money, network, notes, changes) or all.
         */
        get: operations["read_customer_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Dashboard
         * @description Show the company today: money, receivables, customers, recurring revenue by month, what waits for a person.
         */
        get: operations["read_dashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Files
         * @description List the files on a record that the reader may open.
         */
        get: operations["list_files"];
        put?: never;
        /**
         * Upload File
         * @description Store a file (25 MB at most, typed by its content) and hang it on a record.
         */
        post: operations["upload_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read File
         * @description Serve a file's bytes to somebody whom one of its attachments lets read it.
         */
        get: operations["read_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description List the imports, newest first.
         */
        get: operations["list_imports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Import
         * @description Show an import: how far each step is, then the report and the reconciliation.
         */
        get: operations["read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{number}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Import Findings
         * @description List the rows behind one number of the report.
         */
        get: operations["list_import_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{number}/findings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Import Findings
         * @description Download the rows behind one number of the report as CSV.
         */
        get: operations["export_import_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invoices
         * @description List invoices: filters, order, and a page by cursor.
         */
        get: operations["list_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invoices: export
         * @description Export invoices as CSV or XLSX, by the same filters.
         */
        get: operations["export_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Invoice
         * @description Return an invoice or credit note whole (`DRAFT-12` for a draft).
         */
        get: operations["read_invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Invoice Document
         * @description Return the PDF: stored once issued, always the same bytes; a draft's is marked as such and not stored.
         */
        get: operations["read_invoice_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Invoice Why
         * @description Return why an issued invoice differs from the one before, in plain words; nothing for a credit note.
         */
        get: operations["read_invoice_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/item-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Item Groups
         * @description List the branches of the catalogue, in order.
         */
        get: operations["list_item_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items
         * @description List items: filters, order, and a page by cursor.
         */
        get: operations["list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items: export
         * @description Export items as CSV or XLSX, by the same filters.
         */
        get: operations["export_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Item
         * @description Return an item with its prices over time and the plans it is part of.
         */
        get: operations["read_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description List the chart of accounts by number.
         */
        get: operations["list_ledger_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/aging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Aging
         * @description Return what customers owed at the end of a day (default: today), by days past due, unapplied credits apart.
         */
        get: operations["read_aging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description List the entries of a document (`SINV-2026-700010`, `PAY-2026-12`) with their lines, oldest first.
         */
        get: operations["list_ledger_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Months
         * @description List the months of the books, the newest first: open or closed.
         */
        get: operations["list_ledger_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Month
         * @description Show a month with its closing checklist, computed now, and when it was closed or opened again.
         */
        get: operations["read_ledger_month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Trial Balance
         * @description Return opening balances, movements and closing balances, first and last day included (default: this month).
         */
        get: operations["read_trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Lists
         * @description Describe every list that the reader may read.
         */
        get: operations["list_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe List
         * @description Describe one list.
         */
        get: operations["describe_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{name}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Saved Views
         * @description List the views of a list that one saved, and those shared with everybody.
         */
        get: operations["list_saved_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live
         * @description Tell what changes, by topic and id, as far as the reader may know; goes on after `Last-Event-ID`.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Logins
         * @description List tries to log in, newest first.
         */
        get: operations["list_logins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description List one's own notices, newest first (a program has none).
         */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Parked Work
         * @description List what waits for a person, oldest first.
         */
        get: operations["list_parked_work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments
         * @description List payments: filters, order, and a page by cursor.
         */
        get: operations["list_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments: export
         * @description Export payments as CSV or XLSX, by the same filters.
         */
        get: operations["export_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Payment
         * @description Return a payment with what it pays and what it no longer pays.
         */
        get: operations["read_payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Permissions
         * @description List every permission in words.
         */
        get: operations["list_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Planned changes
         * @description List planned changes: filters, order, and a page by cursor.
         */
        get: operations["list_planned_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-changes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Planned changes: export
         * @description Export planned changes as CSV or XLSX, by the same filters.
         */
        get: operations["export_planned_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans
         * @description List plans: filters, order, and a page by cursor.
         */
        get: operations["list_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans: export
         * @description Export plans as CSV or XLSX, by the same filters.
         */
        get: operations["export_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Plan
         * @description Return a plan with its parts.
         */
        get: operations["read_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/aging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aged receivables
         * @description List aged receivables: filters, order, and a page by cursor.
         */
        get: operations["list_aging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/aging/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aged receivables: export
         * @description Export aged receivables as CSV or XLSX, by the same filters.
         */
        get: operations["export_aging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/general-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * General ledger
         * @description List general ledger: filters, order, and a page by cursor.
         */
        get: operations["list_general_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/general-ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * General ledger: export
         * @description Export general ledger as CSV or XLSX, by the same filters.
         */
        get: operations["export_general_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue by group and month
         * @description List revenue by group and month: filters, order, and a page by cursor.
         */
        get: operations["list_revenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/revenue/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue by group and month: export
         * @description Export revenue by group and month as CSV or XLSX, by the same filters.
         */
        get: operations["export_revenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/tax-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents of the return
         * @description List documents of the return: filters, order, and a page by cursor.
         */
        get: operations["list_tax_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/tax-documents/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents of the return: export
         * @description Export documents of the return as CSV or XLSX, by the same filters.
         */
        get: operations["export_tax_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/tax-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GST/HST and QST return
         * @description List gst/hst and qst return: filters, order, and a page by cursor.
         */
        get: operations["list_tax_return"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/tax-return/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * GST/HST and QST return: export
         * @description Export gst/hst and qst return as CSV or XLSX, by the same filters.
         */
        get: operations["export_tax_return"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trial balance
         * @description List trial balance: filters, order, and a page by cursor.
         */
        get: operations["list_trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/trial-balance/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trial balance: export
         * @description Export trial balance as CSV or XLSX, by the same filters.
         */
        get: operations["export_trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Roles
         * @description List roles with what each may do.
         */
        get: operations["list_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Find customers, places, invoices and more by words, numbers, telephones, emails; says why each matched.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Session
         * @description Return who is logged in (401 if nobody); in any case the answer sets the CSRF cookie.
         */
        get: operations["identity_session"];
        put?: never;
        /**
         * Log In
         * @description Log in by user name and password; after too many tries the answer says how long to wait (Retry-After).
         */
        post: operations["identity_log_in"];
        /**
         * Log Out
         * @description Log out; the session's row is gone.
         */
        delete: operations["identity_log_out"];
        options?: never;
        head?: never;
        /**
         * Change Preferences
         * @description Change one's language or theme.
         */
        patch: operations["identity_change_preferences"];
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description List one's own logged-in browsers, or everybody's (takes identity.read).
         */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Settings
         * @description List every declared setting, by key.
         */
        get: operations["list_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Subscriptions
         * @description List subscriptions: filters, order, and a page by cursor.
         */
        get: operations["list_subscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Subscriptions: export
         * @description Export subscriptions as CSV or XLSX, by the same filters.
         */
        get: operations["export_subscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Subscription
         * @description Show a subscription whole: price and why, what is charged, what waits, planned changes, timeline.
         */
        get: operations["read_subscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Subscription Timeline
         * @description Show a page of a subscription's timeline, of one kind (money, notes, changes) or all.
         */
        get: operations["read_subscription_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suspensions
         * @description List suspensions: filters, order, and a page by cursor.
         */
        get: operations["list_suspensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspensions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suspensions: export
         * @description Export suspensions as CSV or XLSX, by the same filters.
         */
        get: operations["export_suspensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Switches
         * @description List what may act by itself, on or off; what turning one on would do is in the preview of its action.
         */
        get: operations["list_switches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description List service tokens, living ones first; no secret is ever shown.
         */
        get: operations["list_tokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description List staff, active ones first.
         */
        get: operations["list_users"];
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
         * AccountItemOut
         * @description An open document in a customer's account; `side` is debit (he owes us) or credit.
         */
        AccountItemOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Due Date */
            due_date: string | null;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /**
             * Open
             * Format: money
             */
            open: string;
            /** Side */
            side: string;
        };
        /**
         * AccountOut
         * @description An account of the chart, named in the reader's language.
         */
        AccountOut: {
            /** Gifi */
            gifi: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Role */
            role: string | null;
        };
        /**
         * ActionOut
         * @description An action in the catalogue: what it is called, what it takes, and whether the reader may do it.
         */
        ActionOut: {
            /** About */
            about: string;
            /** Allowed */
            allowed: boolean;
            /** Fields */
            fields: {
                [key: string]: string;
            };
            /** Harmful */
            harmful: boolean;
            /** Input */
            input: {
                [key: string]: unknown;
            };
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Permission */
            permission: string;
            /** Undo */
            undo: string;
        };
        /**
         * AddressOut
         * @description An address.
         */
        AddressOut: {
            /** City */
            city: string;
            /** Line1 */
            line1: string;
            /**
             * Line2
             * @default
             */
            line2?: string;
            /** Postal Code */
            postal_code: string;
            /**
             * Province
             * @default
             */
            province?: string;
        };
        /**
         * AgingOut
         * @description Aging of all customers at the end of a day; `count` is how many have anything open.
         */
        AgingOut: {
            /** Count */
            count: number;
            /**
             * On
             * Format: date
             */
            on: string;
            totals: components["schemas"]["AgingTotalsOut"];
        };
        /**
         * AgingPage
         * @description A page of aged receivables; count and totals come with the first page.
         */
        AgingPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["AgingRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * AgingRow
         * @description One row of aged receivables.
         */
        AgingRow: {
            /** Balance */
            balance: string;
            /** Credits */
            credits: string;
            /** Current */
            current: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Days 1 30 */
            days_1_30: string;
            /** Days 31 60 */
            days_31_60: string;
            /** Days 61 90 */
            days_61_90: string;
            /** Over 90 */
            over_90: string;
            /** Owed */
            owed: string;
            /** Segment */
            segment: string;
            /** Status */
            status: string;
        };
        /**
         * AgingTotalsOut
         * @description What is owed by days past due; unapplied credits apart.
         */
        AgingTotalsOut: {
            /**
             * Balance
             * Format: money
             */
            balance: string;
            /**
             * Credits
             * Format: money
             */
            credits: string;
            /**
             * Current
             * Format: money
             */
            current: string;
            /**
             * Days 1 30
             * Format: money
             */
            days_1_30: string;
            /**
             * Days 31 60
             * Format: money
             */
            days_31_60: string;
            /**
             * Days 61 90
             * Format: money
             */
            days_61_90: string;
            /**
             * Over 90
             * Format: money
             */
            over_90: string;
            /**
             * Owed
             * Format: money
             */
            owed: string;
        };
        /**
         * AppliedOut
         * @description An allocation of a payment: which document it pays, and since when no longer.
         */
        AppliedOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Document */
            document: string;
            /** Id */
            id: number;
            /** Undone Because */
            undone_because: string;
            /** Undone On */
            undone_on: string | null;
        };
        /**
         * ArrangementOut
         * @description A promise to pay.
         */
        ArrangementOut: {
            /** Agent */
            agent: string;
            /** Agreed On */
            agreed_on?: string | null;
            /** Amount */
            amount: string;
            /** Cutoff On */
            cutoff_on?: string | null;
            /** Due On */
            due_on?: string | null;
            /** Id */
            id: number;
            /** Method */
            method: string;
            /** Note */
            note: string;
            /** Status */
            status: string;
        };
        /**
         * ArrangementsOut
         * @description Open arrangements and what they promise.
         */
        ArrangementsOut: {
            /** Amount */
            amount: string;
            /** Count */
            count: number;
        };
        /**
         * ArrangementsPage
         * @description A page of payment arrangements; count and totals come with the first page.
         */
        ArrangementsPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["ArrangementsRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * ArrangementsRow
         * @description One row of payment arrangements.
         */
        ArrangementsRow: {
            /** Agent */
            agent: string;
            /** Agreed On */
            agreed_on: string | null;
            /** Amount */
            amount: string;
            /** Change Reason */
            change_reason: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Cutoff On */
            cutoff_on: string | null;
            /** Due On */
            due_on: string | null;
            /** Id */
            id: number;
            /** Method */
            method: string;
            /** Note */
            note: string;
            /** Overdue */
            overdue: boolean;
            /** Status */
            status: string;
        };
        /**
         * AuditChange
         * @description One changed record in words; `op` is I, U or D.
         */
        AuditChange: {
            /** Done */
            done: string;
            /** Fields */
            fields: components["schemas"]["AuditField"][];
            /** Label */
            label: string;
            /** Number */
            number?: string | null;
            /** Op */
            op: string;
            /** Table */
            table: string;
        };
        /**
         * AuditField
         * @description One field, before and after.
         */
        AuditField: {
            /** After */
            after?: string | null;
            /** Before */
            before?: string | null;
            /** Field */
            field: string;
            /** Label */
            label: string;
        };
        /**
         * AuditList
         * @description Changes, newest first.
         */
        AuditList: {
            /** Items */
            items: components["schemas"]["AuditOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AuditOut
         * @description Who changed what, when, by which action and why.
         */
        AuditOut: {
            /** Action */
            action: string;
            /** Action Label */
            action_label: string;
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            change: components["schemas"]["AuditChange"];
            /** Id */
            id: number;
            /** Reason */
            reason: string;
        };
        /**
         * BilledLineBlock
         * @description The latest lines and how many there are.
         */
        BilledLineBlock: {
            /** Count */
            count: number;
            /** Items */
            items: components["schemas"]["BilledLineOut"][];
        };
        /**
         * BilledLineOut
         * @description A line of an issued document about it; credits count as less.
         */
        BilledLineOut: {
            /** Amount */
            amount: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Description */
            description: string;
            /** Document */
            document: string;
            /** Invoice */
            invoice: string;
            /** Kind */
            kind: string;
            /** Last */
            last?: string | null;
            /** Start */
            start?: string | null;
            /** Until */
            until?: string | null;
        };
        /** BillingAddChargeDone */
        BillingAddChargeDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** BillingAddChargeInput */
        BillingAddChargeInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * Location
             * @default null
             */
            location?: string | null;
            /**
             * Not Before
             * @default null
             */
            not_before?: string | null;
            /**
             * Quantity
             * @default 1
             */
            quantity?: number | string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Unit Price
             * @default null
             */
            unit_price?: (number | string) | null;
        };
        /** BillingBillChargesDone */
        BillingBillChargesDone: {
            replayed: boolean;
            result: string[];
            run: string;
        };
        /** BillingBillChargesInput */
        BillingBillChargesInput: {
            /** Charges */
            charges: number[];
        };
        /** BillingBillCustomerDone */
        BillingBillCustomerDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** BillingBillCustomerInput */
        BillingBillCustomerInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
        };
        /** BillingBillFirstPeriodDone */
        BillingBillFirstPeriodDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** BillingBillFirstPeriodInput */
        BillingBillFirstPeriodInput: {
            /**
             * From Day
             * @default null
             */
            from_day?: string | null;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** BillingChargeAgainDone */
        BillingChargeAgainDone: {
            replayed: boolean;
            /**
             * Settled
             * @description How many charges and credits wait for the next invoice, and what they come to before taxes.
             */
            result: {
                /**
                 * Amount
                 * Format: money
                 */
                amount: string;
                /** Charges */
                charges: number;
            };
            run: string;
        };
        /** BillingChargeAgainInput */
        BillingChargeAgainInput: {
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** BillingChargeEarlyEndDone */
        BillingChargeEarlyEndDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** BillingChargeEarlyEndInput */
        BillingChargeEarlyEndInput: {
            /**
             * Amount
             * @default null
             */
            amount?: (number | string) | null;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** BillingChargeNowDone */
        BillingChargeNowDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** BillingChargeNowInput */
        BillingChargeNowInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * Location
             * @default null
             */
            location?: string | null;
            /**
             * Quantity
             * @default 1
             */
            quantity?: number | string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Unit Price
             * @default null
             */
            unit_price?: (number | string) | null;
        };
        /** BillingConfirmRunDone */
        BillingConfirmRunDone: {
            replayed: boolean;
            /**
             * RunStarted
             * @description A confirmed run: how many customers are due, what they come to; `already` when it had been confirmed before.
             */
            result: {
                /**
                 * Already
                 * @default false
                 */
                already?: boolean;
                /** Customers */
                customers: number;
                /**
                 * Date
                 * Format: date
                 */
                date: string;
                /**
                 * Subtotal
                 * Format: money
                 */
                subtotal: string;
            };
            run: string;
        };
        /** BillingConfirmRunInput */
        BillingConfirmRunInput: {
            /**
             * Date
             * Format: date
             * @description The day the run bills, usually the first of a month
             */
            date: string;
        };
        /** BillingCreateDraftDone */
        BillingCreateDraftDone: {
            replayed: boolean;
            /**
             * Drafted
             * @description A draft as it stands: its key (it is named `DRAFT-{key}` until it has a number), its lines, today's taxes.
             */
            result: {
                /** Draft Id */
                draft_id: number;
                /** Lines */
                lines: components["schemas"]["DraftedLine"][];
                /**
                 * Subtotal
                 * Format: money
                 */
                subtotal: string;
                /** Taxes */
                taxes: components["schemas"]["TaxGiven"][];
                /**
                 * Total
                 * Format: money
                 */
                total: string;
            };
            run: string;
        };
        /** BillingCreateDraftInput */
        BillingCreateDraftInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Due Date
             * @default null
             */
            due_date?: string | null;
            /** Lines */
            lines: components["schemas"]["DraftLine"][];
            /**
             * Message
             * Format: long
             * @default
             */
            message?: string;
            /**
             * Notes
             * Format: long
             * @default
             */
            notes?: string;
            /**
             * Po Number
             * @default
             */
            po_number?: string;
        };
        /** BillingCreditInvoiceDone */
        BillingCreditInvoiceDone: {
            replayed: boolean;
            /**
             * Credited
             * @description A credit note as issued: what it gives back, what of it pays the invoice, and what may still be given back.
             */
            result: {
                /**
                 * Applied
                 * Format: money
                 */
                applied: string;
                /**
                 * Left
                 * Format: money
                 */
                left: string;
                /** Number */
                number: string;
                /**
                 * Subtotal
                 * Format: money
                 */
                subtotal: string;
                /** Taxes */
                taxes: components["schemas"]["TaxGiven"][];
                /**
                 * Total
                 * Format: money
                 */
                total: string;
            };
            run: string;
        };
        /** BillingCreditInvoiceInput */
        BillingCreditInvoiceInput: {
            /**
             * Invoice
             * Format: ref:invoice
             */
            invoice: string;
            /**
             * Lines
             * @default null
             */
            lines?: components["schemas"]["CreditedLine"][] | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** BillingDiscardDraftDone */
        BillingDiscardDraftDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** BillingDiscardDraftInput */
        BillingDiscardDraftInput: {
            /**
             * Invoice
             * Format: ref:invoice
             */
            invoice: string;
        };
        /** BillingEditDraftDone */
        BillingEditDraftDone: {
            replayed: boolean;
            /**
             * Drafted
             * @description A draft as it stands: its key (it is named `DRAFT-{key}` until it has a number), its lines, today's taxes.
             */
            result: {
                /** Draft Id */
                draft_id: number;
                /** Lines */
                lines: components["schemas"]["DraftedLine"][];
                /**
                 * Subtotal
                 * Format: money
                 */
                subtotal: string;
                /** Taxes */
                taxes: components["schemas"]["TaxGiven"][];
                /**
                 * Total
                 * Format: money
                 */
                total: string;
            };
            run: string;
        };
        /** BillingEditDraftInput */
        BillingEditDraftInput: {
            /**
             * Due Date
             * @default null
             */
            due_date?: string | null;
            /**
             * Invoice
             * Format: ref:invoice
             */
            invoice: string;
            /** Lines */
            lines: components["schemas"]["DraftLine"][];
            /**
             * Message
             * Format: long
             * @default
             */
            message?: string;
            /**
             * Notes
             * Format: long
             * @default
             */
            notes?: string;
            /**
             * Po Number
             * @default
             */
            po_number?: string;
        };
        /** BillingEndExemptionDone */
        BillingEndExemptionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** BillingEndExemptionInput */
        BillingEndExemptionInput: {
            /** Exemption */
            exemption: number;
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** BillingGrantExemptionDone */
        BillingGrantExemptionDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** BillingGrantExemptionInput */
        BillingGrantExemptionInput: {
            /**
             * Band
             * @default
             */
            band?: string;
            /** Certificate */
            certificate: string;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Document
             * @default null
             */
            document?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "status_indian" | "band" | "other_gov" | "diplomat" | "reseller" | "other";
            /**
             * Location
             * @default null
             */
            location?: string | null;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Taxes */
            taxes: string[];
            /**
             * Treatment
             * @default null
             */
            treatment?: ("zero_rated" | "exempt" | "relieved") | null;
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /** BillingIssueInvoiceDone */
        BillingIssueInvoiceDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** BillingIssueInvoiceInput */
        BillingIssueInvoiceInput: {
            /**
             * Invoice
             * Format: ref:invoice
             */
            invoice: string;
        };
        /** BillingReplaceChargeDone */
        BillingReplaceChargeDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** BillingReplaceChargeInput */
        BillingReplaceChargeInput: {
            /** Charge */
            charge: number;
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
             * Not Before
             * @default null
             */
            not_before?: string | null;
            /**
             * Quantity
             * @default null
             */
            quantity?: number | string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Unit Price
             * @default null
             */
            unit_price?: (number | string) | null;
        };
        /** BillingRestoreChargeDone */
        BillingRestoreChargeDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** BillingRestoreChargeInput */
        BillingRestoreChargeInput: {
            /** Charge */
            charge: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** BillingResumeRunDone */
        BillingResumeRunDone: {
            replayed: boolean;
            /**
             * RunStarted
             * @description A confirmed run: how many customers are due, what they come to; `already` when it had been confirmed before.
             */
            result: {
                /**
                 * Already
                 * @default false
                 */
                already?: boolean;
                /** Customers */
                customers: number;
                /**
                 * Date
                 * Format: date
                 */
                date: string;
                /**
                 * Subtotal
                 * Format: money
                 */
                subtotal: string;
            };
            run: string;
        };
        /** BillingResumeRunInput */
        BillingResumeRunInput: {
            /**
             * Date
             * Format: date
             * @description The day the run bills, usually the first of a month
             */
            date: string;
        };
        /** BillingSettleServiceDone */
        BillingSettleServiceDone: {
            replayed: boolean;
            /**
             * Settled
             * @description How many charges and credits wait for the next invoice, and what they come to before taxes.
             */
            result: {
                /**
                 * Amount
                 * Format: money
                 */
                amount: string;
                /** Charges */
                charges: number;
            };
            run: string;
        };
        /** BillingSettleServiceInput */
        BillingSettleServiceInput: {
            /**
             * Charging Stops
             * @default true
             */
            charging_stops?: boolean;
            /**
             * Item
             * @default null
             */
            item?: string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
            /**
             * Unit Price
             * @default null
             */
            unit_price?: (number | string) | null;
            /**
             * Until
             * @default null
             */
            until?: string | null;
            /**
             * Was Item
             * @default null
             */
            was_item?: string | null;
            /**
             * Was Unit Price
             * @default null
             */
            was_unit_price?: (number | string) | null;
        };
        /** BillingSignRunDone */
        BillingSignRunDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** BillingSignRunInput */
        BillingSignRunInput: {
            /**
             * Date
             * Format: date
             * @description The day the run bills, usually the first of a month
             */
            date: string;
        };
        /** BillingWithdrawChargeDone */
        BillingWithdrawChargeDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** BillingWithdrawChargeInput */
        BillingWithdrawChargeInput: {
            /** Charge */
            charge: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** BillingWithdrawChargesDone */
        BillingWithdrawChargesDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** BillingWithdrawChargesInput */
        BillingWithdrawChargesInput: {
            /** Charges */
            charges: number[];
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /**
         * BucketOut
         * @description What is owed since so many days past due.
         */
        BucketOut: {
            /** Amount */
            amount: string;
            /** Bucket */
            bucket: string;
        };
        /** CatalogCreateItemDone */
        CatalogCreateItemDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** CatalogCreateItemInput */
        CatalogCreateItemInput: {
            /**
             * Fee Class
             * @default
             * @enum {string}
             */
            fee_class?: "" | "installation" | "optional" | "interest" | "penalty" | "activation" | "modification";
            /** Group */
            group: string;
            /**
             * Invoice Label En
             * @default
             */
            invoice_label_en?: string;
            /**
             * Invoice Label Fr
             * @default
             */
            invoice_label_fr?: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "recurring" | "one_time" | "equipment" | "labour" | "discount";
            /** Name En */
            name_en: string;
            /** Name Fr */
            name_fr: string;
            /**
             * Price
             * @default null
             */
            price?: (number | string) | null;
            /**
             * Service Kind
             * @default other
             * @enum {string}
             */
            service_kind?: "internet" | "tv" | "telephone" | "other";
            /**
             * Sku
             * Format: ref:item
             */
            sku: string;
            /**
             * Taxable
             * @default true
             */
            taxable?: boolean;
        };
        /** CatalogCreatePlanDone */
        CatalogCreatePlanDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** CatalogCreatePlanInput */
        CatalogCreatePlanInput: {
            /**
             * Combinable
             * @default true
             */
            combinable?: boolean;
            /**
             * Commitment Months
             * @default 0
             */
            commitment_months?: number;
            /**
             * Interval Months
             * @default 1
             * @enum {integer}
             */
            interval_months?: 1 | 3 | 6 | 12;
            /** Items */
            items: string[];
            /** Name En */
            name_en: string;
            /** Name Fr */
            name_fr: string;
            /** Plan */
            plan: string;
            /**
             * Segment
             * @default
             * @enum {string}
             */
            segment?: "" | "residential" | "commercial";
            /**
             * Service Kind
             * @default internet
             * @enum {string}
             */
            service_kind?: "internet" | "tv" | "telephone" | "other";
        };
        /** CatalogEditItemDone */
        CatalogEditItemDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CatalogEditItemInput */
        CatalogEditItemInput: {
            /**
             * Fee Class
             * @default null
             */
            fee_class?: ("" | "installation" | "optional" | "interest" | "penalty" | "activation" | "modification") | null;
            /**
             * Group
             * @default null
             */
            group?: string | null;
            /**
             * Invoice Label En
             * @default null
             */
            invoice_label_en?: string | null;
            /**
             * Invoice Label Fr
             * @default null
             */
            invoice_label_fr?: string | null;
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * Name En
             * @default null
             */
            name_en?: string | null;
            /**
             * Name Fr
             * @default null
             */
            name_fr?: string | null;
            /**
             * Service Kind
             * @default null
             */
            service_kind?: ("internet" | "tv" | "telephone" | "other") | null;
            /**
             * Taxable
             * @default null
             */
            taxable?: boolean | null;
        };
        /** CatalogEditPlanDone */
        CatalogEditPlanDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CatalogEditPlanInput */
        CatalogEditPlanInput: {
            /**
             * Commitment Months
             * @default null
             */
            commitment_months?: number | null;
            /**
             * Items
             * @default null
             */
            items?: string[] | null;
            /**
             * Name En
             * @default null
             */
            name_en?: string | null;
            /**
             * Name Fr
             * @default null
             */
            name_fr?: string | null;
            /** Plan */
            plan: string;
        };
        /** CatalogRetireItemDone */
        CatalogRetireItemDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CatalogRetireItemInput */
        CatalogRetireItemInput: {
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** CatalogRetirePlanDone */
        CatalogRetirePlanDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CatalogRetirePlanInput */
        CatalogRetirePlanInput: {
            /** Plan */
            plan: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** CatalogSellItemDone */
        CatalogSellItemDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CatalogSellItemInput */
        CatalogSellItemInput: {
            /**
             * Item
             * Format: ref:item
             */
            item: string;
        };
        /** CatalogSellPlanDone */
        CatalogSellPlanDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CatalogSellPlanInput */
        CatalogSellPlanInput: {
            /** Plan */
            plan: string;
        };
        /** CatalogSetItemPriceDone */
        CatalogSetItemPriceDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CatalogSetItemPriceInput */
        CatalogSetItemPriceInput: {
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * Price
             * Format: price
             */
            price: number | string;
            /**
             * Since
             * Format: date
             */
            since: string;
        };
        /**
         * ChargedDaysBlock
         * @description The latest charged days and how many rows there are.
         */
        ChargedDaysBlock: {
            /** Count */
            count: number;
            /** Items */
            items: components["schemas"]["ChargedDaysOut"][];
        };
        /**
         * ChargedDaysOut
         * @description Days that are charged now; without an invoice they were charged by the former system.
         */
        ChargedDaysOut: {
            /** Amount */
            amount?: string | null;
            /** Date */
            date?: string | null;
            /** Invoice */
            invoice?: string | null;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Price */
            price?: string | null;
            /**
             * Start
             * Format: date
             */
            start: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Whole End */
            whole_end?: string | null;
            /** Whole Start */
            whole_start?: string | null;
        };
        /**
         * ChargesPage
         * @description A page of waiting charges; count and totals come with the first page.
         */
        ChargesPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["ChargesRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * ChargesRow
         * @description One row of waiting charges.
         */
        ChargesRow: {
            /** Amount */
            amount: string;
            /** By Hand */
            by_hand: boolean;
            /** Charge */
            charge: number;
            /** Created By */
            created_by: string;
            /** Created On */
            created_on: string;
            /** Customer */
            customer: string;
            /** Customer Status */
            customer_status: string;
            /** Description */
            description: string;
            /** Fee Class */
            fee_class: string;
            /** Invoice */
            invoice: string | null;
            /** Kind */
            kind: string;
            /** Location */
            location: string | null;
            /** Name */
            name: string;
            /** Not Before */
            not_before: string;
            /** Quantity */
            quantity: string;
            /** Reason */
            reason: string;
            /** Sku */
            sku: string;
            /** State */
            state: string;
            /** Unit Price */
            unit_price: string;
            /** Withdrawn By */
            withdrawn_by: string;
        };
        /** Choice */
        Choice: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * ChosenAllocation
         * @description A part of a payment for one invoice.
         */
        ChosenAllocation: {
            /**
             * Amount
             * Format: money
             */
            amount: number | string;
            /**
             * Invoice
             * Format: ref:invoice
             */
            invoice: string;
        };
        /**
         * ClosingItemOut
         * @description An item of the checklist: ok, attention (closing needs a reason) or blocked; `url` is where to look.
         */
        ClosingItemOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Said */
            said: string;
            /** State */
            state: string;
            /** Url */
            url: string;
        };
        /**
         * ClosingLogItemOut
         * @description What asked for attention when a month was closed.
         */
        ClosingLogItemOut: {
            /** Code */
            code: string;
            /** Said */
            said: string;
            /** State */
            state: string;
        };
        /**
         * ClosingLogOut
         * @description A month closed or opened again, by whom and why.
         */
        ClosingLogOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Items */
            items: components["schemas"]["ClosingLogItemOut"][];
            /** Reason */
            reason: string;
            /** Verb */
            verb: string;
        };
        /**
         * ClosingOut
         * @description A month with its checklist computed now and what was done with it; `state` is open, closed or current.
         */
        ClosingOut: {
            /** Items */
            items: components["schemas"]["ClosingItemOut"][];
            /** Log */
            log: components["schemas"]["ClosingLogOut"][];
            /** Month */
            month: string;
            /** State */
            state: string;
            /** Verdict */
            verdict: string;
        };
        /** CollectionsAddArrangementDone */
        CollectionsAddArrangementDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** CollectionsAddArrangementInput */
        CollectionsAddArrangementInput: {
            /**
             * Agreed On
             * @default null
             */
            agreed_on?: string | null;
            /**
             * Amount
             * Format: money
             */
            amount: number | string;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Cutoff On
             * @default null
             */
            cutoff_on?: string | null;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Method
             * @default null
             */
            method?: ("portal" | "cheque" | "phone" | "pad") | null;
            /**
             * Note
             * Format: long
             * @default
             */
            note?: string;
        };
        /** CollectionsCancelArrangementDone */
        CollectionsCancelArrangementDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CollectionsCancelArrangementInput */
        CollectionsCancelArrangementInput: {
            /**
             * Arrangement
             * Format: ref:arrangement
             */
            arrangement: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** CollectionsEndSuspensionDone */
        CollectionsEndSuspensionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CollectionsEndSuspensionInput */
        CollectionsEndSuspensionInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * On
             * @default null
             */
            on?: string | null;
        };
        /** CollectionsRecordSuspensionDone */
        CollectionsRecordSuspensionDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** CollectionsRecordSuspensionInput */
        CollectionsRecordSuspensionInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Ends On
             * @default null
             */
            ends_on?: string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Starts On
             * @default null
             */
            starts_on?: string | null;
            /**
             * Voluntary
             * @default false
             */
            voluntary?: boolean;
        };
        /** ColumnOut */
        ColumnOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Off */
            off: boolean;
            /** Options */
            options: components["schemas"]["Choice"][];
            /** Sort */
            sort: boolean;
            /** Total */
            total: boolean;
        };
        /**
         * ConsentOut
         * @description An agreement to be written to.
         */
        ConsentOut: {
            /** Channel */
            channel: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Purpose */
            purpose: string;
            /** Source */
            source: string;
            /** Withdrawn At */
            withdrawn_at?: string | null;
        };
        /**
         * ContactOut
         * @description A person of the customer.
         */
        ContactOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Points */
            points: components["schemas"]["PointOut"][];
            /** Preferred Channel */
            preferred_channel: string;
            /** Role */
            role: string;
        };
        /**
         * CreditedLine
         * @description A line of the invoice, by its position, and how much of it is given back before taxes.
         *
         *     By default what is left of it; an amount has the sign of its line.
         */
        CreditedLine: {
            /**
             * Amount
             * @default null
             */
            amount?: (number | string) | null;
            /** Position */
            position: number;
        };
        /** CrmAddContactDone */
        CrmAddContactDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** CrmAddContactInput */
        CrmAddContactInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Email
             * Format: email
             * @default
             */
            email?: string;
            /** Name */
            name: string;
            /**
             * Phone
             * Format: phone
             * @default
             */
            phone?: string;
            /**
             * Preferred Channel
             * @default
             */
            preferred_channel?: string;
            /**
             * Role
             * @default owner
             * @enum {string}
             */
            role?: "owner" | "billing" | "on_site" | "technical";
        };
        /** CrmAddContactPointDone */
        CrmAddContactPointDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** CrmAddContactPointInput */
        CrmAddContactPointInput: {
            /** Contact */
            contact: number;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * For Billing
             * @default false
             */
            for_billing?: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "email" | "mobile" | "home" | "office" | "fax";
            /**
             * Valid
             * @default true
             */
            valid?: boolean;
            /** Value */
            value: string;
        };
        /** CrmAddLocationDone */
        CrmAddLocationDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** CrmAddLocationInput */
        CrmAddLocationInput: {
            /**
             * Access Notes
             * Format: long
             * @default
             */
            access_notes?: string;
            /** City */
            city: string;
            /**
             * Connection Type
             * @default
             * @enum {string}
             */
            connection_type?: "" | "FTTH" | "FTTB" | "cable" | "DSL" | "wireless";
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Label
             * @default
             */
            label?: string;
            /**
             * Latitude
             * @default null
             */
            latitude?: number | string | null;
            /** Line1 */
            line1: string;
            /**
             * Line2
             * @default
             */
            line2?: string;
            /**
             * Longitude
             * @default null
             */
            longitude?: number | string | null;
            /**
             * Postal Code
             * Format: postal
             */
            postal_code: string;
            /**
             * Province
             * @default QC
             */
            province?: string;
        };
        /** CrmCreateCustomerDone */
        CrmCreateCustomerDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** CrmCreateCustomerInput */
        CrmCreateCustomerInput: {
            /**
             * City
             * @default
             */
            city?: string;
            /**
             * Company
             * @default
             */
            company?: string;
            /**
             * Email
             * Format: email
             * @default
             */
            email?: string;
            /**
             * First Name
             * @default
             */
            first_name?: string;
            /**
             * Invoice Delivery
             * @default email
             * @enum {string}
             */
            invoice_delivery?: "email" | "paper" | "both";
            /**
             * Kind
             * @default individual
             * @enum {string}
             */
            kind?: "individual" | "company";
            /**
             * Language
             * @default fr
             * @enum {string}
             */
            language?: "fr" | "en";
            /**
             * Last Name
             * @default
             */
            last_name?: string;
            /**
             * Line1
             * @default
             */
            line1?: string;
            /**
             * Line2
             * @default
             */
            line2?: string;
            /**
             * Phone
             * Format: phone
             * @default
             */
            phone?: string;
            /**
             * Phone Kind
             * @default mobile
             */
            phone_kind?: string;
            /**
             * Postal Code
             * Format: postal
             * @default
             */
            postal_code?: string;
            /**
             * Province
             * @default QC
             */
            province?: string;
            /**
             * Segment
             * @default residential
             * @enum {string}
             */
            segment?: "residential" | "commercial";
        };
        /** CrmGiveConsentDone */
        CrmGiveConsentDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmGiveConsentInput */
        CrmGiveConsentInput: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "email" | "sms" | "call" | "mail";
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Purpose
             * @default service
             * @enum {string}
             */
            purpose?: "service" | "promotion";
            /** Source */
            source: string;
        };
        /** CrmRemoveContactDone */
        CrmRemoveContactDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmRemoveContactInput */
        CrmRemoveContactInput: {
            /** Contact */
            contact: number;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
        };
        /** CrmRemoveContactPointDone */
        CrmRemoveContactPointDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmRemoveContactPointInput */
        CrmRemoveContactPointInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /** Point */
            point: number;
        };
        /** CrmRemoveParentDone */
        CrmRemoveParentDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmRemoveParentInput */
        CrmRemoveParentInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** CrmSetCustomerStatusDone */
        CrmSetCustomerStatusDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmSetCustomerStatusInput */
        CrmSetCustomerStatusInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * On
             * Format: date
             */
            on: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Status
             * @enum {string}
             */
            status: "prospect" | "active" | "suspended" | "terminated";
        };
        /** CrmSetParentDone */
        CrmSetParentDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmSetParentInput */
        CrmSetParentInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Parent
             * Format: ref:customer
             */
            parent: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** CrmUpdateContactDone */
        CrmUpdateContactDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmUpdateContactInput */
        CrmUpdateContactInput: {
            /** Contact */
            contact: number;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Preferred Channel
             * @default null
             */
            preferred_channel?: string | null;
            /**
             * Role
             * @default null
             */
            role?: ("owner" | "billing" | "on_site" | "technical") | null;
        };
        /** CrmUpdateContactPointDone */
        CrmUpdateContactPointDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmUpdateContactPointInput */
        CrmUpdateContactPointInput: {
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * For Billing
             * @default null
             */
            for_billing?: boolean | null;
            /**
             * Kind
             * @default null
             */
            kind?: ("email" | "mobile" | "home" | "office" | "fax") | null;
            /** Point */
            point: number;
            /**
             * Valid
             * @default null
             */
            valid?: boolean | null;
            /**
             * Value
             * @default null
             */
            value?: string | null;
        };
        /** CrmUpdateCustomerDone */
        CrmUpdateCustomerDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmUpdateCustomerInput */
        CrmUpdateCustomerInput: {
            /**
             * Bad Payer
             * @default null
             */
            bad_payer?: boolean | null;
            /**
             * Billing Day
             * @default null
             */
            billing_day?: number | null;
            /**
             * City
             * @default null
             */
            city?: string | null;
            /**
             * Company
             * @default null
             */
            company?: string | null;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * First Name
             * @default null
             */
            first_name?: string | null;
            /**
             * Invoice Delivery
             * @default null
             */
            invoice_delivery?: ("email" | "paper" | "both") | null;
            /**
             * Kind
             * @default null
             */
            kind?: ("individual" | "company") | null;
            /**
             * Language
             * @default null
             */
            language?: ("fr" | "en") | null;
            /**
             * Last Name
             * @default null
             */
            last_name?: string | null;
            /**
             * Line1
             * @default null
             */
            line1?: string | null;
            /**
             * Line2
             * @default null
             */
            line2?: string | null;
            /**
             * Postal Code
             * @default null
             */
            postal_code?: string | null;
            /**
             * Province
             * @default null
             */
            province?: string | null;
            /**
             * Segment
             * @default null
             */
            segment?: ("residential" | "commercial") | null;
            /**
             * Tax Category
             * @default null
             */
            tax_category?: string | null;
            /**
             * Title
             * @default null
             */
            title?: string | null;
            /**
             * Vip
             * @default null
             */
            vip?: boolean | null;
        };
        /** CrmUpdateLocationDone */
        CrmUpdateLocationDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmUpdateLocationInput */
        CrmUpdateLocationInput: {
            /**
             * Access Notes
             * @default null
             */
            access_notes?: string | null;
            /**
             * City
             * @default null
             */
            city?: string | null;
            /**
             * Connection Type
             * @default null
             */
            connection_type?: ("" | "FTTH" | "FTTB" | "cable" | "DSL" | "wireless") | null;
            /**
             * Contact Email
             * @default null
             */
            contact_email?: string | null;
            /**
             * Contact Name
             * @default null
             */
            contact_name?: string | null;
            /**
             * Contact Phone
             * @default null
             */
            contact_phone?: string | null;
            /**
             * Label
             * @default null
             */
            label?: string | null;
            /**
             * Latitude
             * @default null
             */
            latitude?: number | string | null;
            /**
             * Line1
             * @default null
             */
            line1?: string | null;
            /**
             * Line2
             * @default null
             */
            line2?: string | null;
            /**
             * Location
             * Format: ref:location
             */
            location: string;
            /**
             * Longitude
             * @default null
             */
            longitude?: number | string | null;
            /**
             * Postal Code
             * @default null
             */
            postal_code?: string | null;
            /**
             * Province
             * @default null
             */
            province?: string | null;
        };
        /** CrmWithdrawConsentDone */
        CrmWithdrawConsentDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** CrmWithdrawConsentInput */
        CrmWithdrawConsentInput: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "email" | "sms" | "call" | "mail";
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Purpose
             * @default service
             * @enum {string}
             */
            purpose?: "service" | "promotion";
        };
        /**
         * CustomerAccountOut
         * @description What a customer owes (negative: we owe him) and by which documents, oldest due first.
         */
        CustomerAccountOut: {
            /**
             * Balance
             * Format: money
             */
            balance: string;
            /** Items */
            items: components["schemas"]["AccountItemOut"][];
        };
        /**
         * CustomerHeader
         * @description The head of the page.
         */
        CustomerHeader: {
            /** Active */
            active: number;
            arrangement?: components["schemas"]["ArrangementOut"] | null;
            /** Bad Payer */
            bad_payer: boolean;
            /** Balance */
            balance: string;
            billing_address: components["schemas"]["AddressOut"];
            /** Billing Day */
            billing_day: number;
            /** Company */
            company: string;
            /** Credit */
            credit: string;
            /** Customer Since */
            customer_since?: string | null;
            /** Display Name */
            display_name: string;
            /** End Reason */
            end_reason: string;
            /** Ended On */
            ended_on?: string | null;
            /** First Name */
            first_name: string;
            /** Id */
            id: number;
            /** Invoice Delivery */
            invoice_delivery: string;
            /** Kind */
            kind: string;
            /** Language */
            language: string;
            /** Last Name */
            last_name: string;
            /** Legacy Customer Id */
            legacy_customer_id: string;
            /** Legacy Id */
            legacy_id?: number | null;
            method?: components["schemas"]["MethodBadge"] | null;
            /** Monthly */
            monthly: string;
            /** Next Amount */
            next_amount: string;
            /** Next On */
            next_on?: string | null;
            /** Number */
            number: string;
            /** Open Invoices */
            open_invoices: number;
            /** Overdue */
            overdue: string;
            /** Overdue Days */
            overdue_days: number;
            /** Paused */
            paused: number;
            /** Placeholder */
            placeholder: boolean;
            /** Segment */
            segment: string;
            /** Status */
            status: string;
            /** Suspended */
            suspended: number;
            suspension?: components["schemas"]["SuspensionOut"] | null;
            /** Tax Category */
            tax_category: string;
            /** Title */
            title: string;
            /** Vip */
            vip: boolean;
        };
        /**
         * CustomerLocationOut
         * @description A service location with what is served there.
         */
        CustomerLocationOut: {
            /** Access Notes */
            access_notes: string;
            /** City */
            city: string;
            /** Connection Type */
            connection_type: string;
            /** Contact Email */
            contact_email: string;
            /** Contact Mobile */
            contact_mobile: string;
            /** Contact Name */
            contact_name: string;
            /** Contact Phone */
            contact_phone: string;
            /** Ended */
            ended: number;
            /** Former */
            former: components["schemas"]["FormerOut"][];
            /** Geocode Quality */
            geocode_quality: string;
            /** Id */
            id: number;
            /** Label */
            label: string;
            /** Latitude */
            latitude?: number | null;
            /** Legacy Id */
            legacy_id?: number | null;
            /** Line1 */
            line1: string;
            /**
             * Line2
             * @default
             */
            line2?: string;
            /** Live */
            live: number;
            /** Longitude */
            longitude?: number | null;
            /** Number */
            number: string;
            /** Postal Code */
            postal_code: string;
            /**
             * Province
             * @default
             */
            province?: string;
            /** Subscriptions */
            subscriptions: components["schemas"]["SubscriptionOut"][];
        };
        /**
         * CustomerPage
         * @description A customer whole.
         */
        CustomerPage: {
            /** Arrangement Count */
            arrangement_count: number;
            /** Arrangements */
            arrangements: components["schemas"]["ArrangementOut"][];
            /** Consents */
            consents: components["schemas"]["ConsentOut"][];
            /** Contacts */
            contacts: components["schemas"]["ContactOut"][];
            /** Files */
            files: components["schemas"]["FileRow"][];
            header: components["schemas"]["CustomerHeader"];
            invoices: components["schemas"]["InvoiceBlock"];
            /** Locations */
            locations: components["schemas"]["CustomerLocationOut"][];
            /** Methods */
            methods: components["schemas"]["MethodOut"][];
            payments: components["schemas"]["PaymentBlock"];
            /** Suspensions */
            suspensions: components["schemas"]["SuspensionOut"][];
            timeline: components["schemas"]["TimelinePage"];
        };
        /**
         * CustomersOut
         * @description Customers by state, and who came and left this month.
         */
        CustomersOut: {
            /** Active */
            active: number;
            /** Arrived */
            arrived: number;
            /** Departed */
            departed: number;
            /** Prospects */
            prospects: number;
            /** Suspended */
            suspended: number;
        };
        /**
         * CustomersPage
         * @description A page of customers; count and totals come with the first page.
         */
        CustomersPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["CustomersRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * CustomersRow
         * @description One row of customers.
         */
        CustomersRow: {
            /** Arrangement */
            arrangement: boolean;
            /** Arrangement Due */
            arrangement_due: string | null;
            /** Bad Payer */
            bad_payer: boolean;
            /** Balance */
            balance: string;
            /** City */
            city: string;
            /** Ended On */
            ended_on: string | null;
            /** Kind */
            kind: string;
            /** Language */
            language: string;
            /** Last Amount */
            last_amount: string | null;
            /** Last Payment */
            last_payment: string | null;
            /** Legacy Id */
            legacy_id: number | null;
            /** Monthly */
            monthly: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Overdue */
            overdue: string;
            /** Overdue Days */
            overdue_days: number | null;
            /** Payment Method */
            payment_method: string | null;
            /** Segment */
            segment: string;
            /** Services */
            services: string[] | null;
            /** Since */
            since: string | null;
            /** Status */
            status: string;
            /** Vip */
            vip: boolean;
        };
        /**
         * DashboardOut
         * @description The company today.
         */
        DashboardOut: {
            arrangements: components["schemas"]["ArrangementsOut"];
            customers: components["schemas"]["CustomersOut"];
            invoiced: components["schemas"]["InvoicedOut"];
            last_run?: components["schemas"]["LastRunOut"] | null;
            /** Money */
            money: components["schemas"]["MonthMoney"][];
            /** Movement */
            movement: components["schemas"]["MovementOut"][];
            next_run?: components["schemas"]["NextRunOut"] | null;
            overdue: components["schemas"]["OverdueOut"];
            receivable: components["schemas"]["ReceivableOut"];
            received: components["schemas"]["ReceivedOut"];
            recurring: components["schemas"]["RecurringOut"];
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Todo */
            todo: components["schemas"]["TodoOut"][];
        };
        /**
         * DatedChangeOut
         * @description A dated change and what became of it.
         */
        DatedChangeOut: {
            /** By */
            by: string;
            /** Id */
            id: number;
            /** Item */
            item?: string | null;
            /** Kind */
            kind: string;
            /**
             * On
             * Format: date
             */
            on: string;
            /** Price */
            price?: string | null;
            /** Reason */
            reason: string;
            /** Refused Because */
            refused_because: string;
            /** Settled At */
            settled_at?: string | null;
            /** State */
            state: string;
            /** Until */
            until?: string | null;
        };
        /**
         * DifferenceKindOut
         * @description How many customers differ in one way (`new`, `gone`, `price`, `unusual`).
         */
        DifferenceKindOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Customers */
            customers: number;
            /** Kind */
            kind: string;
        };
        /**
         * DifferenceOut
         * @description A customer billed differently than the month before, with the reason in words.
         */
        DifferenceOut: {
            /**
             * After
             * Format: money
             */
            after: string;
            /**
             * Before
             * Format: money
             */
            before: string;
            /** Customer */
            customer: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Why */
            why: string;
        };
        /**
         * DifferencesOut
         * @description The customers that differ in one way, the largest first.
         */
        DifferencesOut: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Items */
            items: components["schemas"]["DifferenceOut"][];
            /** Kinds */
            kinds: components["schemas"]["DifferenceKindOut"][];
            /**
             * Since
             * Format: date
             */
            since: string;
        };
        /**
         * Done
         * @description What came of an action.
         */
        Done: {
            /** Replayed */
            replayed: boolean;
            /** Result */
            result?: unknown;
            /** Run */
            run: string;
        };
        /**
         * DraftLine
         * @description A line of a manual invoice: an item, at its price unless another is given, in other words if need be.
         *
         *     With a first and a last day it says the period it is for; both are inside it.
         */
        DraftLine: {
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * First Day
             * @default null
             */
            first_day?: string | null;
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * Last Day
             * @default null
             */
            last_day?: string | null;
            /**
             * Location
             * @default null
             */
            location?: string | null;
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
        /**
         * DraftedLine
         * @description A line as it would be printed.
         */
        DraftedLine: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Description */
            description: string;
            /**
             * Unit Price
             * Format: price
             */
            unit_price: string;
        };
        /**
         * DuplicateOut
         * @description A customer who looks like the one being made, and why.
         */
        DuplicateOut: {
            /** Address */
            address: string;
            /** Because */
            because: ("address" | "email" | "phone")[];
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Status */
            status: string;
        };
        /** EffectOut */
        EffectOut: {
            /** Kind */
            kind: string;
            /** State */
            state: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
        };
        /**
         * EntryLineOut
         * @description A line of an entry.
         */
        EntryLineOut: {
            /** Account */
            account: string;
            /**
             * Credit
             * Format: money
             */
            credit: string;
            /**
             * Debit
             * Format: money
             */
            debit: string;
            /** Name */
            name: string;
        };
        /**
         * EntryOut
         * @description An entry with its lines.
         */
        EntryOut: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Description */
            description: string;
            /** Document */
            document: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Lines */
            lines: components["schemas"]["EntryLineOut"][];
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Reverses */
            reverses: number | null;
        };
        /**
         * ExemptionOut
         * @description A certificate; `state` is planned, active or ended; `treatment` is its code in the tax report.
         */
        ExemptionOut: {
            /** Band */
            band: string;
            /** Certificate */
            certificate: string;
            /** Document */
            document: string | null;
            /** Ended Because */
            ended_because: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Words */
            kind_words: string;
            /** Location */
            location: string | null;
            /** Location Label */
            location_label: string | null;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** State */
            state: string;
            /** Taxes */
            taxes: string[];
            /** Treatment */
            treatment: string;
            /** Treatment Words */
            treatment_words: string;
            /** Until */
            until: string | null;
        };
        /** FactOut */
        FactOut: {
            /** Text */
            text: string;
            /** Type */
            type: string;
        };
        /** FieldChange */
        FieldChange: {
            /** After */
            after?: string | null;
            /** Before */
            before?: string | null;
            /** Field */
            field: string;
            /** Label */
            label: string;
        };
        /**
         * FileOut
         * @description A file on a record.
         */
        FileOut: {
            /** At */
            at: string;
            /** By */
            by: string;
            /** Content Type */
            content_type: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /**
         * FileRow
         * @description A file on the customer.
         */
        FileRow: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Content Type */
            content_type: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
        };
        /** FilterOut */
        FilterOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Options */
            options: components["schemas"]["Choice"][];
        };
        /** FindingList */
        FindingList: {
            /** Items */
            items: components["schemas"]["FindingOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** FindingOut */
        FindingOut: {
            /** Amount */
            amount?: string | null;
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Legacy Id */
            legacy_id?: number | null;
            /** Table */
            table: string;
        };
        /**
         * FormerOut
         * @description An address before a change.
         */
        FormerOut: {
            /** City */
            city: string;
            /** Line1 */
            line1: string;
            /** Postal Code */
            postal_code: string;
            /** Until */
            until?: string | null;
        };
        /**
         * GeneralLedgerPage
         * @description A page of general ledger; count and totals come with the first page.
         */
        GeneralLedgerPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["GeneralLedgerRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * GeneralLedgerRow
         * @description One row of general ledger.
         */
        GeneralLedgerRow: {
            /** Balance */
            balance: string;
            /** Credit */
            credit: string;
            /** Customer */
            customer: string | null;
            /** Customer Name */
            customer_name: string | null;
            /** Date */
            date: string;
            /** Debit */
            debit: string;
            /** Description */
            description: string;
            /** Document */
            document: string;
            /** Kind */
            kind: string;
        };
        /**
         * GroupOut
         * @description An item group's part of a run, against the month before; `percent` is None where there was nothing.
         */
        GroupOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Code */
            code: string;
            /**
             * Difference
             * Format: money
             */
            difference: string;
            /** Lines */
            lines: number;
            /** Name */
            name: string;
            /** Percent */
            percent: string | null;
            /**
             * Previous
             * Format: money
             */
            previous: string;
        };
        /**
         * Happening
         * @description One thing that happened.
         */
        Happening: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Details */
            details: components["schemas"]["HappeningChange"][];
            /** Icon */
            icon: string;
            /** Kind */
            kind: string;
            /** Number */
            number?: string | null;
            /** Quote */
            quote: string;
            /** Text */
            text: string;
            /** What */
            what: string;
            /** Who */
            who: string;
        };
        /**
         * HappeningChange
         * @description What changed: old and new.
         */
        HappeningChange: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Label */
            label: string;
        };
        /** IdentityChangePasswordDone */
        IdentityChangePasswordDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityChangePasswordInput */
        IdentityChangePasswordInput: {
            /**
             * Current
             * Format: password
             */
            current: string;
            /**
             * Password
             * Format: password
             */
            password: string;
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentityCreateRoleDone */
        IdentityCreateRoleDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** IdentityCreateRoleInput */
        IdentityCreateRoleInput: {
            /**
             * Code
             * Format: ref:role
             */
            code: string;
            /** Name En */
            name_en: string;
            /** Name Fr */
            name_fr: string;
            /** Permissions */
            permissions: string[];
        };
        /** IdentityCreateTokenDone */
        IdentityCreateTokenDone: {
            replayed: boolean;
            /**
             * NewToken
             * @description A token just made: this is the only time its secret is told.
             */
            result: {
                /** Name */
                name: string;
                /** Token */
                token: string;
            };
            run: string;
        };
        /** IdentityCreateTokenInput */
        IdentityCreateTokenInput: {
            /**
             * Expires On
             * @default null
             */
            expires_on?: string | null;
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
        };
        /** IdentityCreateUserDone */
        IdentityCreateUserDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** IdentityCreateUserInput */
        IdentityCreateUserInput: {
            /**
             * Email
             * @default
             */
            email?: string;
            /**
             * Extension
             * @default
             */
            extension?: string;
            /**
             * First Name
             * @default
             */
            first_name?: string;
            /**
             * Language
             * @default fr
             * @enum {string}
             */
            language?: "fr" | "en";
            /**
             * Last Name
             * @default
             */
            last_name?: string;
            /**
             * Password
             * @default null
             */
            password?: string | null;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Roles
             * @default null
             */
            roles?: string[] | null;
            /** Username */
            username: string;
        };
        /** IdentityDeactivateUserDone */
        IdentityDeactivateUserDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityDeactivateUserInput */
        IdentityDeactivateUserInput: {
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentityEditRoleDone */
        IdentityEditRoleDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityEditRoleInput */
        IdentityEditRoleInput: {
            /**
             * Name En
             * @default null
             */
            name_en?: string | null;
            /**
             * Name Fr
             * @default null
             */
            name_fr?: string | null;
            /** Permissions */
            permissions: string[];
            /**
             * Role
             * Format: ref:role
             */
            role: string;
        };
        /** IdentityEndSessionsDone */
        IdentityEndSessionsDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** IdentityEndSessionsInput */
        IdentityEndSessionsInput: {
            /**
             * Session
             * @default null
             */
            session?: string | null;
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentityMarkNoticesReadDone */
        IdentityMarkNoticesReadDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** IdentityMarkNoticesReadInput */
        IdentityMarkNoticesReadInput: {
            /**
             * Up To
             * @default null
             */
            up_to?: number | null;
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentityOpenWithViewDone */
        IdentityOpenWithViewDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityOpenWithViewInput */
        IdentityOpenWithViewInput: {
            /** Listing */
            listing: string;
            /**
             * Username
             * @default null
             */
            username?: string | null;
            /**
             * View
             * @default
             */
            view?: string;
        };
        /** IdentityReactivateUserDone */
        IdentityReactivateUserDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityReactivateUserInput */
        IdentityReactivateUserInput: {
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentityRemoveViewDone */
        IdentityRemoveViewDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityRemoveViewInput */
        IdentityRemoveViewInput: {
            /** View */
            view: number;
        };
        /** IdentityRenameViewDone */
        IdentityRenameViewDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityRenameViewInput */
        IdentityRenameViewInput: {
            /** Name */
            name: string;
            /** View */
            view: number;
        };
        /** IdentityRestoreViewDone */
        IdentityRestoreViewDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityRestoreViewInput */
        IdentityRestoreViewInput: {
            /** View */
            view: number;
        };
        /** IdentityRevokeTokenDone */
        IdentityRevokeTokenDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityRevokeTokenInput */
        IdentityRevokeTokenInput: {
            /** Name */
            name: string;
        };
        /** IdentitySaveViewDone */
        IdentitySaveViewDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** IdentitySaveViewInput */
        IdentitySaveViewInput: {
            /**
             * Columns
             * @default []
             */
            columns?: string[];
            /** Filters */
            filters: {
                [key: string]: string;
            };
            /** Listing */
            listing: string;
            /** Name */
            name: string;
            /**
             * Shared
             * @default false
             */
            shared?: boolean;
            /**
             * Sort
             * @default
             */
            sort?: string;
        };
        /** IdentitySetPasswordDone */
        IdentitySetPasswordDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentitySetPasswordInput */
        IdentitySetPasswordInput: {
            /**
             * Password
             * Format: password
             */
            password: string;
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentitySetPreferencesDone */
        IdentitySetPreferencesDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentitySetPreferencesInput */
        IdentitySetPreferencesInput: {
            /**
             * Language
             * @default null
             */
            language?: ("fr" | "en") | null;
            /**
             * Theme
             * @default null
             */
            theme?: ("light" | "dark" | "system") | null;
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentitySetRolesDone */
        IdentitySetRolesDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentitySetRolesInput */
        IdentitySetRolesInput: {
            /** Roles */
            roles: string[];
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentityShareViewDone */
        IdentityShareViewDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityShareViewInput */
        IdentityShareViewInput: {
            /**
             * Shared
             * @default true
             */
            shared?: boolean;
            /** View */
            view: number;
        };
        /** IdentityTurnSwitchOffDone */
        IdentityTurnSwitchOffDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityTurnSwitchOffInput */
        IdentityTurnSwitchOffInput: {
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Switch
             * Format: ref:switch
             */
            switch: string;
        };
        /** IdentityTurnSwitchOnDone */
        IdentityTurnSwitchOnDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityTurnSwitchOnInput */
        IdentityTurnSwitchOnInput: {
            /** Confirmation */
            confirmation: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Switch
             * Format: ref:switch
             */
            switch: string;
        };
        /** IdentityUpdateUserDone */
        IdentityUpdateUserDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityUpdateUserInput */
        IdentityUpdateUserInput: {
            /**
             * Email
             * @default null
             */
            email?: string | null;
            /**
             * Extension
             * @default null
             */
            extension?: string | null;
            /**
             * First Name
             * @default null
             */
            first_name?: string | null;
            /**
             * Language
             * @default null
             */
            language?: ("fr" | "en") | null;
            /**
             * Last Name
             * @default null
             */
            last_name?: string | null;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Username
             * Format: ref:user
             */
            username: string;
        };
        /** IdentityUpdateViewDone */
        IdentityUpdateViewDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** IdentityUpdateViewInput */
        IdentityUpdateViewInput: {
            /**
             * Columns
             * @default []
             */
            columns?: string[];
            /** Filters */
            filters: {
                [key: string]: string;
            };
            /**
             * Sort
             * @default
             */
            sort?: string;
            /** View */
            view: number;
        };
        /** ImportList */
        ImportList: {
            /** Count */
            count: number;
            /** Items */
            items: components["schemas"]["ImportOut"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** ImportOut */
        ImportOut: {
            /** Dry Run */
            dry_run: boolean;
            /** Error */
            error: string;
            /** Finished At */
            finished_at?: string | null;
            /** Id */
            id: number;
            /** Source */
            source: string;
            /** Started At */
            started_at: string;
            /** Started By */
            started_by: string;
            /** State */
            state: string;
        };
        /** ImportPage */
        ImportPage: {
            /** Findings */
            findings: components["schemas"]["RuleCountOut"][];
            /** Reconciliation */
            reconciliation: components["schemas"]["SumOut"][];
            run: components["schemas"]["ImportOut"];
            /** Steps */
            steps: components["schemas"]["StepOut"][];
            /** Tables */
            tables: {
                [key: string]: number;
            };
        };
        /**
         * InvoiceBlock
         * @description The latest documents and how many there are.
         */
        InvoiceBlock: {
            /** Count */
            count: number;
            /** Items */
            items: components["schemas"]["InvoiceRow"][];
        };
        /**
         * InvoiceOut
         * @description An invoice or credit note whole; amounts as printed; `status` as in the list (`paid`, `overdue`…).
         */
        InvoiceOut: {
            /** Bill Address */
            bill_address: string[];
            /** Bill Name */
            bill_name: string;
            /** Corrected By */
            corrected_by: components["schemas"]["NeighbourOut"][];
            /** Corrects */
            corrects: string | null;
            /**
             * Creditable
             * Format: money
             */
            creditable: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Days Overdue */
            days_overdue: number;
            /**
             * Due Date
             * Format: date
             */
            due_date: string;
            /** Imported */
            imported: boolean;
            /** Issued At */
            issued_at: string | null;
            /** Kind */
            kind: string;
            /** Language */
            language: string;
            /** Locations */
            locations: components["schemas"]["LocationOut"][];
            /** Message */
            message: string;
            next: components["schemas"]["NeighbourOut"] | null;
            /** Notes */
            notes: string;
            /** Number */
            number: string;
            /**
             * Open
             * Format: money
             */
            open: string;
            /** Po Number */
            po_number: string;
            previous: components["schemas"]["NeighbourOut"] | null;
            /** Run */
            run: string | null;
            /** Settlements */
            settlements: components["schemas"]["SettlementOut"][];
            /** State */
            state: string;
            /** Status */
            status: string;
            /**
             * Subtotal
             * Format: money
             */
            subtotal: string;
            /**
             * Tax Total
             * Format: money
             */
            tax_total: string;
            /** Taxes */
            taxes: components["schemas"]["TaxOut"][];
            /**
             * Total
             * Format: money
             */
            total: string;
            why: components["schemas"]["WhyOut"] | null;
        };
        /**
         * InvoiceRow
         * @description An invoice or credit note in the page's list.
         */
        InvoiceRow: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Due Date
             * Format: date
             */
            due_date: string;
            /** Kind */
            kind: string;
            /** Number */
            number?: string | null;
            /** Open */
            open?: string | null;
            /** Overdue Days */
            overdue_days: number;
            /** Status */
            status: string;
            /** Total */
            total: string;
        };
        /**
         * InvoicedOut
         * @description What was invoiced this month (credit notes taken off), and the month before.
         */
        InvoicedOut: {
            /** Amount */
            amount: string;
            /** Before */
            before: string;
            /** Count */
            count: number;
            /**
             * Month
             * Format: date
             */
            month: string;
        };
        /**
         * InvoicesPage
         * @description A page of invoices; count and totals come with the first page.
         */
        InvoicesPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["InvoicesRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * InvoicesRow
         * @description One row of invoices.
         */
        InvoicesRow: {
            /** Customer */
            customer: string;
            /** Date */
            date: string;
            /** Days Overdue */
            days_overdue: number | null;
            /** Due Date */
            due_date: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Open */
            open: string;
            /** State */
            state: string;
            /** Total */
            total: string;
        };
        /**
         * ItemGroupOut
         * @description A branch of the catalogue.
         */
        ItemGroupOut: {
            /** Code */
            code: string;
            /** Items */
            items: number;
            /** Name */
            name: string;
            /** Parent */
            parent: string | null;
            /** Revenue Account */
            revenue_account: string;
        };
        /**
         * ItemOut
         * @description An item whole; `law` is the article that forbids its class of fee, "" when it may be charged to all.
         */
        ItemOut: {
            /** Active */
            active: boolean;
            /** Download Kbps */
            download_kbps: number;
            /** Fee Class */
            fee_class: string;
            /** Group */
            group: string;
            /** Group Name */
            group_name: string;
            /** Invoice Label En */
            invoice_label_en: string;
            /** Invoice Label Fr */
            invoice_label_fr: string;
            /** Kind */
            kind: string;
            /** Law */
            law: string;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Fr */
            name_fr: string;
            /** Plans */
            plans: components["schemas"]["PlanRefOut"][];
            /** Prices */
            prices: components["schemas"]["PriceOut"][];
            /** Revenue Account */
            revenue_account: string;
            /** Service Kind */
            service_kind: string;
            /** Sku */
            sku: string;
            /** Taxable */
            taxable: boolean;
            /** Upload Kbps */
            upload_kbps: number;
        };
        /**
         * ItemsPage
         * @description A page of items; count and totals come with the first page.
         */
        ItemsPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["ItemsRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * ItemsRow
         * @description One row of items.
         */
        ItemsRow: {
            /** Active */
            active: boolean;
            /** Download */
            download: number;
            /** Fee Class */
            fee_class: string;
            /** Group Code */
            group_code: string;
            /** Group Name */
            group_name: string;
            /** Invoice Label */
            invoice_label: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Next From */
            next_from: string | null;
            /** Next Price */
            next_price: string | null;
            /** Price */
            price: string | null;
            /** Revenue Account */
            revenue_account: string;
            /** Service Kind */
            service_kind: string;
            /** Sku */
            sku: string;
            /** Taxable */
            taxable: boolean;
            /** To Classify */
            to_classify: boolean;
            /** Upload */
            upload: number;
        };
        JsonValue: unknown;
        /** KernelAddNoteDone */
        KernelAddNoteDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** KernelAddNoteInput */
        KernelAddNoteInput: {
            /**
             * Pinned
             * @default false
             */
            pinned?: boolean;
            /** Subject */
            subject: string;
            /**
             * Text
             * Format: long
             */
            text: string;
        };
        /** KernelRetryParkedDone */
        KernelRetryParkedDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** KernelRetryParkedInput */
        KernelRetryParkedInput: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "delivery" | "intent";
            /** Number */
            number: number;
        };
        /** KernelSetSettingDone */
        KernelSetSettingDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** KernelSetSettingInput */
        KernelSetSettingInput: {
            /**
             * Key
             * Format: ref:setting
             */
            key: string;
            /** @description The value, as JSON, by the setting's own schema */
            value: components["schemas"]["JsonValue"];
        };
        /** KernelSkipParkedDone */
        KernelSkipParkedDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** KernelSkipParkedInput */
        KernelSkipParkedInput: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "delivery" | "intent";
            /** Number */
            number: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /**
         * LastRunOut
         * @description The latest billing run.
         */
        LastRunOut: {
            /** Confirmed By */
            confirmed_by: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** State */
            state: string;
        };
        /** LedgerCloseMonthDone */
        LedgerCloseMonthDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** LedgerCloseMonthInput */
        LedgerCloseMonthInput: {
            /**
             * Month
             * Format: month
             */
            month: string;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /** LedgerPostManualEntryDone */
        LedgerPostManualEntryDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** LedgerPostManualEntryInput */
        LedgerPostManualEntryInput: {
            /** Description */
            description: string;
            /** Lines */
            lines: components["schemas"]["ManualLine"][];
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /** LedgerReopenMonthDone */
        LedgerReopenMonthDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** LedgerReopenMonthInput */
        LedgerReopenMonthInput: {
            /**
             * Month
             * Format: month
             */
            month: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** LegacyStartImportDone */
        LegacyStartImportDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** LegacyStartImportInput */
        LegacyStartImportInput: {
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /** Source */
            source: string;
        };
        /**
         * LineOut
         * @description A line of an invoice; `period` is in words, in the customer's language; `left` may still be given back.
         */
        LineOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /**
             * Credited
             * Format: money
             */
            credited: string;
            /** Description */
            description: string;
            /** Kind */
            kind: string;
            /**
             * Left
             * Format: money
             */
            left: string;
            /** Period */
            period: string;
            /** Period End */
            period_end: string | null;
            /** Period Start */
            period_start: string | null;
            /** Position */
            position: number;
            /** Quantity */
            quantity: string;
            /** Revenue Account */
            revenue_account: string;
            /** Sku */
            sku: string;
            /** Subscription */
            subscription: string | null;
            /** Taxable */
            taxable: boolean;
            /**
             * Unit Price
             * Format: price
             */
            unit_price: string;
        };
        /**
         * ListOut
         * @description A list as it is declared; its rows are at the list's own address.
         */
        ListOut: {
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Default Sort */
            default_sort: string;
            /** Filters */
            filters: components["schemas"]["FilterOut"][];
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Search */
            search: boolean;
            /** Views */
            views: components["schemas"]["ViewOut"][];
        };
        /**
         * LocationOut
         * @description The lines of one service location; no number: what belongs to none.
         */
        LocationOut: {
            /** Address */
            address: string;
            /** Label */
            label: string;
            /** Lines */
            lines: components["schemas"]["LineOut"][];
            /** Number */
            number: string;
        };
        /**
         * LoginIn
         * @description A name and a password.
         */
        LoginIn: {
            /**
             * Password
             * Format: password
             */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * LoginList
         * @description Tries to log in, newest first.
         */
        LoginList: {
            /** Items */
            items: components["schemas"]["LoginOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * LoginOut
         * @description One try to log in: `in`, `refused`, `braked` or `out`; `known` says whether the name is somebody's.
         */
        LoginOut: {
            /** Address */
            address: string;
            /** Agent */
            agent: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: number;
            /** Known */
            known: boolean;
            /** Outcome */
            outcome: string;
            /** Username */
            username: string;
        };
        /**
         * ManualLine
         * @description One side of a manual entry.
         */
        ManualLine: {
            /**
             * Account
             * Format: ref:account
             */
            account: string;
            /**
             * Credit
             * Format: money
             * @default 0.00
             */
            credit?: number | string;
            /**
             * Debit
             * Format: money
             * @default 0.00
             */
            debit?: number | string;
        };
        /**
         * MatchedOut
         * @description Why it was found: the field, what it is called, the value that matched.
         */
        MatchedOut: {
            /** Field */
            field: string;
            /** Label */
            label: string;
            /** Text */
            text: string;
        };
        /**
         * MethodBadge
         * @description How the customer pays, for the badge.
         */
        MethodBadge: {
            /** Autopay */
            autopay: boolean;
            /** Brand */
            brand: string;
            /**
             * Holder
             * @default
             */
            holder?: string;
            /** Institution */
            institution: string;
            /** Invalid Because */
            invalid_because: string;
            /** Kind */
            kind: string;
            /** Last4 */
            last4: string;
            /** State */
            state: string;
        };
        /**
         * MethodOut
         * @description A way of paying, masked.
         */
        MethodOut: {
            /** Autopay */
            autopay: boolean;
            /** Brand */
            brand: string;
            /** Ceiling */
            ceiling?: string | null;
            /** Fixed Amount */
            fixed_amount?: string | null;
            /** Id */
            id: number;
            /** Institution */
            institution: string;
            /** Invalid Because */
            invalid_because: string;
            /** Kind */
            kind: string;
            /** Last4 */
            last4: string;
            /** State */
            state: string;
        };
        /** MoneyChange */
        MoneyChange: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Difference */
            difference?: string | null;
            /** Label */
            label: string;
            /** Subject */
            subject: string;
        };
        /**
         * MonthAmount
         * @description A month's amount.
         */
        MonthAmount: {
            /** Amount */
            amount: string;
            /**
             * Month
             * Format: date
             */
            month: string;
        };
        /**
         * MonthMoney
         * @description What was invoiced and received in a month.
         */
        MonthMoney: {
            /** Invoiced */
            invoiced: string;
            /**
             * Month
             * Format: date
             */
            month: string;
            /** Received */
            received: string;
        };
        /**
         * MonthOut
         * @description A month of the books: open, closed, or current.
         */
        MonthOut: {
            /** Closed At */
            closed_at: string | null;
            /** Closed By */
            closed_by: string;
            /** Entries */
            entries: number;
            /** Month */
            month: string;
            /** State */
            state: string;
        };
        /**
         * MovementOut
         * @description Who came and left in a month.
         */
        MovementOut: {
            /** Arrived */
            arrived: number;
            /** Departed */
            departed: number;
            /**
             * Month
             * Format: date
             */
            month: string;
        };
        /**
         * NeighbourOut
         * @description Another document of the customer: the one before, the one after, a credit note.
         */
        NeighbourOut: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Number */
            number: string;
            /**
             * Total
             * Format: money
             */
            total: string;
        };
        /**
         * NextChangeOut
         * @description The next dated change.
         */
        NextChangeOut: {
            /** Kind */
            kind: string;
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * NextRunOut
         * @description The next day something is to be billed: customers and recurring charges before taxes.
         */
        NextRunOut: {
            /** Amount */
            amount: string;
            /** Customers */
            customers: number;
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /**
         * NoticeList
         * @description One's notices, newest first, and how many are unread in all.
         */
        NoticeList: {
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Unread */
            unread: number;
        };
        /**
         * NoticeOut
         * @description One notice of the bell; `url` is an address of the ops application, or empty.
         */
        NoticeOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Read */
            read: boolean;
            /** Text */
            text: string;
            /** Url */
            url: string;
        };
        /**
         * OutcomeOut
         * @description How many live subscriptions had one outcome (`billed`, `not_due`, `parked`) for one cause.
         */
        OutcomeOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Cause */
            cause: string;
            /** Count */
            count: number;
            /** Outcome */
            outcome: string;
            /** Words */
            words: string;
        };
        /**
         * OverdueOut
         * @description What is past due, and by how many customers.
         */
        OverdueOut: {
            /** Amount */
            amount: string;
            /** Customers */
            customers: number;
        };
        /** ParkedList */
        ParkedList: {
            /** Count */
            count: number;
            /** Items */
            items: components["schemas"]["ParkedOut"][];
        };
        /** ParkedOut */
        ParkedOut: {
            /** Attempts */
            attempts: number;
            /** Behind */
            behind: number;
            /** Error */
            error: string;
            /** Fact */
            fact: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Since */
            since: string;
            /** Subject */
            subject: string;
            /** What */
            what: string;
        };
        /**
         * ParkedSubscriptionOut
         * @description A live subscription that can't be billed, and why in words; `amount` is about what it would be.
         */
        ParkedSubscriptionOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Cause */
            cause: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Item */
            item: string;
            /** Subscription */
            subscription: string;
            /** Words */
            words: string;
        };
        /**
         * PartOut
         * @description An item of a plan, with today's price.
         */
        PartOut: {
            /** Active */
            active: boolean;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Price */
            price: string | null;
            /** Quantity */
            quantity: string;
            /** Sku */
            sku: string;
        };
        /**
         * PaymentBlock
         * @description The latest payments and how many there are.
         */
        PaymentBlock: {
            /** Count */
            count: number;
            /** Items */
            items: components["schemas"]["PaymentRow"][];
        };
        /**
         * PaymentMethodOut
         * @description A payment method, masked.
         */
        PaymentMethodOut: {
            /** Autopay */
            autopay: boolean;
            /** Brand */
            brand: string;
            /**
             * Buffer
             * Format: money
             */
            buffer: string;
            /** Ceiling */
            ceiling: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires */
            expires: string | null;
            /** Fixed Amount */
            fixed_amount: string | null;
            /** Holder */
            holder: string;
            /** Id */
            id: number;
            /** Institution */
            institution: string;
            /** Invalid Because */
            invalid_because: string;
            /** Kind */
            kind: string;
            /** Last4 */
            last4: string;
            /** Mandate How */
            mandate_how: string;
            /** Mandate On */
            mandate_on: string | null;
            /** State */
            state: string;
        };
        /**
         * PaymentOut
         * @description A payment with what it pays; `unapplied` is what of it is still the customer's credit.
         */
        PaymentOut: {
            /** Allocations */
            allocations: components["schemas"]["AppliedOut"][];
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Memo */
            memo: string;
            /** Mode */
            mode: string;
            /** Number */
            number: string;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Reference */
            reference: string;
            /** Reversed By */
            reversed_by: string | null;
            /** Reverses */
            reverses: string | null;
            /**
             * Unapplied
             * Format: money
             */
            unapplied: string;
        };
        /**
         * PaymentRow
         * @description A payment in the page's list.
         */
        PaymentRow: {
            /** Amount */
            amount: string;
            /** Applied */
            applied: string[];
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Mode */
            mode: string;
            /** Number */
            number: string;
            /** Reference */
            reference: string;
            /** Returned */
            returned: boolean;
            /** Reversed */
            reversed: boolean;
            /** Unapplied */
            unapplied?: string | null;
        };
        /** PaymentsAddPaymentMethodDone */
        PaymentsAddPaymentMethodDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** PaymentsAddPaymentMethodInput */
        PaymentsAddPaymentMethodInput: {
            /**
             * Account
             * Format: password
             */
            account: string;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /** Holder */
            holder: string;
            /** Institution */
            institution: string;
            /**
             * Mandate How
             * @default null
             */
            mandate_how?: ("paper" | "online" | "phone") | null;
            /**
             * Mandate On
             * @default null
             */
            mandate_on?: string | null;
            /**
             * Transit
             * Format: password
             */
            transit: string;
        };
        /** PaymentsAllocateDone */
        PaymentsAllocateDone: {
            replayed: boolean;
            /** Format: money */
            result: string;
            run: string;
        };
        /** PaymentsAllocateInput */
        PaymentsAllocateInput: {
            /**
             * Amount
             * @default null
             */
            amount?: (number | string) | null;
            /**
             * Credit
             * Format: ref:payment
             */
            credit: string;
            /**
             * Document
             * Format: ref:invoice
             */
            document: string;
        };
        /** PaymentsDeactivatePaymentMethodDone */
        PaymentsDeactivatePaymentMethodDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** PaymentsDeactivatePaymentMethodInput */
        PaymentsDeactivatePaymentMethodInput: {
            /**
             * Method
             * Format: ref:payment_method
             */
            method: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /**
         * PaymentsPage
         * @description A page of payments; count and totals come with the first page.
         */
        PaymentsPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["PaymentsRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /** PaymentsRecordPaymentDone */
        PaymentsRecordPaymentDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** PaymentsRecordPaymentInput */
        PaymentsRecordPaymentInput: {
            /**
             * Allocations
             * @default null
             */
            allocations?: components["schemas"]["ChosenAllocation"][] | null;
            /**
             * Amount
             * Format: money
             */
            amount: number | string;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Memo
             * Format: long
             * @default
             */
            memo?: string;
            /**
             * Mode
             * @enum {string}
             */
            mode: "card" | "pad" | "cheque" | "cash" | "transfer" | "credit" | "adjustment";
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Reference
             * @default
             */
            reference?: string;
        };
        /** PaymentsRevealBankDetailsDone */
        PaymentsRevealBankDetailsDone: {
            replayed: boolean;
            /**
             * BankDetails
             * @description Bank coordinates in clear, for whoever asked and said why; the trail keeps dots.
             */
            result: {
                /** Account */
                account: string;
                /** Holder */
                holder: string;
                /** Institution */
                institution: string;
                /** Transit */
                transit: string;
            };
            run: string;
        };
        /** PaymentsRevealBankDetailsInput */
        PaymentsRevealBankDetailsInput: {
            /**
             * Method
             * Format: ref:payment_method
             */
            method: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** PaymentsReversePaymentDone */
        PaymentsReversePaymentDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** PaymentsReversePaymentInput */
        PaymentsReversePaymentInput: {
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Payment
             * Format: ref:payment
             */
            payment: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /**
         * PaymentsRow
         * @description One row of payments.
         */
        PaymentsRow: {
            /** Amount */
            amount: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Date */
            date: string;
            /** Mode */
            mode: string;
            /** Number */
            number: string;
            /** Reference */
            reference: string;
            /** Reversed */
            reversed: boolean;
            /** Unapplied */
            unapplied: string;
        };
        /** PaymentsSetAutopayDone */
        PaymentsSetAutopayDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** PaymentsSetAutopayInput */
        PaymentsSetAutopayInput: {
            /**
             * Buffer
             * Format: money
             * @default 0.00
             */
            buffer?: number | string;
            /**
             * Ceiling
             * @default null
             */
            ceiling?: (number | string) | null;
            /**
             * Fixed Amount
             * @default null
             */
            fixed_amount?: (number | string) | null;
            /**
             * Mandate How
             * @default null
             */
            mandate_how?: ("paper" | "online" | "phone") | null;
            /**
             * Mandate On
             * @default null
             */
            mandate_on?: string | null;
            /**
             * Method
             * Format: ref:payment_method
             */
            method: number;
            /** On */
            on: boolean;
        };
        /** PaymentsUnallocateDone */
        PaymentsUnallocateDone: {
            replayed: boolean;
            /** Format: money */
            result: string;
            run: string;
        };
        /** PaymentsUnallocateInput */
        PaymentsUnallocateInput: {
            /**
             * Credit
             * Format: ref:payment
             */
            credit: string;
            /**
             * Document
             * Format: ref:invoice
             */
            document: string;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /**
         * PermissionList
         * @description Every permission there is.
         */
        PermissionList: {
            /** Items */
            items: components["schemas"]["PermissionOut"][];
        };
        /**
         * PermissionOut
         * @description One permission in words.
         */
        PermissionOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * PlanOut
         * @description A plan whole.
         */
        PlanOut: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /** Combinable */
            combinable: boolean;
            /** Commitment Months */
            commitment_months: number;
            /** Interval Months */
            interval_months: number;
            /** Name */
            name: string;
            /** Name En */
            name_en: string;
            /** Name Fr */
            name_fr: string;
            /** Parts */
            parts: components["schemas"]["PartOut"][];
            /** Price */
            price: string | null;
            /** Segment */
            segment: string;
            /** Service Kind */
            service_kind: string;
        };
        /**
         * PlanRefOut
         * @description A plan that an item is part of.
         */
        PlanRefOut: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * PlannedChangesPage
         * @description A page of planned changes; count and totals come with the first page.
         */
        PlannedChangesPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["PlannedChangesRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * PlannedChangesRow
         * @description One row of planned changes.
         */
        PlannedChangesRow: {
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Item */
            item: string | null;
            /** Kind */
            kind: string;
            /** On */
            on: string;
            /** Price */
            price: string | null;
            /** Reason */
            reason: string;
            /** Refused Because */
            refused_because: string;
            /** Settled At */
            settled_at: string | null;
            /** State */
            state: string;
            /** Subscription */
            subscription: string;
            /** Until */
            until: string | null;
        };
        /**
         * PlansPage
         * @description A page of plans; count and totals come with the first page.
         */
        PlansPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["PlansRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * PlansRow
         * @description One row of plans.
         */
        PlansRow: {
            /** Active */
            active: boolean;
            /** Code */
            code: string;
            /** Combinable */
            combinable: boolean;
            /** Commitment Months */
            commitment_months: number;
            /** Interval Months */
            interval_months: number;
            /** Name */
            name: string;
            /** Parts */
            parts: string;
            /** Price */
            price: string | null;
            /** Segment */
            segment: string;
            /** Service Kind */
            service_kind: string;
        };
        /**
         * PointOut
         * @description One way to reach somebody.
         */
        PointOut: {
            /** Extension */
            extension: string;
            /** For Billing */
            for_billing: boolean;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Valid */
            valid: boolean;
            /** Value */
            value: string;
        };
        /**
         * PreferencesIn
         * @description How a person likes it; what is left out stays.
         */
        PreferencesIn: {
            /** Language */
            language?: ("fr" | "en") | null;
            /** Theme */
            theme?: ("light" | "dark" | "system") | null;
        };
        /**
         * PreviewOut
         * @description What an action would do, in words.
         */
        PreviewOut: {
            /** Action */
            action: string;
            /** Changes */
            changes: components["schemas"]["RecordChange"][];
            /** Charges */
            charges: components["schemas"]["EffectOut"][];
            /** Facts */
            facts: components["schemas"]["FactOut"][];
            /** Harmful */
            harmful: boolean;
            /** Messages */
            messages: components["schemas"]["EffectOut"][];
            /** Money */
            money: components["schemas"]["MoneyChange"][];
            /** Network */
            network: components["schemas"]["EffectOut"][];
            /** Parked */
            parked: components["schemas"]["WouldParkOut"][];
            /** Result */
            result?: unknown;
            /** Rules */
            rules: components["schemas"]["RuleOut"][];
            /** Title */
            title: string;
            /** Undo */
            undo: string;
        };
        /**
         * PriceOut
         * @description A price over some days (`until` excluded, null while it lasts); `now` says it is today's.
         */
        PriceOut: {
            /** Now */
            now: boolean;
            /** Price */
            price: string;
            /** Since */
            since: string | null;
            /** Until */
            until: string | null;
        };
        /**
         * PromotionOut
         * @description A promotion; `state` is planned, active, ended or withdrawn; `left` cycles remain (None: it goes until a day).
         */
        PromotionOut: {
            /** Amount */
            amount: string | null;
            /** Cycles */
            cycles: number | null;
            /**
             * Given
             * Format: money
             */
            given: string;
            /** Id */
            id: number;
            /** Item */
            item: string;
            /** Left */
            left: number | null;
            /** Name */
            name: string;
            /** Percent */
            percent: string | null;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** State */
            state: string;
            /** Subscription */
            subscription: string;
            /** Until */
            until: string | null;
            /** Used */
            used: number;
            /** Withdrawn Because */
            withdrawn_because: string;
            /** Withdrawn On */
            withdrawn_on: string | null;
        };
        /**
         * ProofOut
         * @description The proof sheet; `disagreements` is empty when everything is explained and adds up.
         */
        ProofOut: {
            /** Billed */
            billed: number;
            /** Disagreements */
            disagreements: string[];
            /** Documents */
            documents: number;
            /**
             * Expected
             * Format: money
             */
            expected: string;
            /** First Number */
            first_number: string;
            /**
             * Issued
             * Format: money
             */
            issued: string;
            /** Last Number */
            last_number: string;
            /**
             * Ledger
             * Format: money
             */
            ledger: string;
            /** Lines */
            lines: number;
            /** Live */
            live: number;
            /** Missing Numbers */
            missing_numbers: number;
            /** Not Due */
            not_due: number;
            /** Outcomes */
            outcomes: components["schemas"]["OutcomeOut"][];
            /** Parked */
            parked: number;
            /**
             * Receivable
             * Format: money
             */
            receivable: string;
            /** Taxes */
            taxes: components["schemas"]["TaxProofOut"][];
            /**
             * Total
             * Format: money
             */
            total: string;
            /** Unexplained */
            unexplained: number;
        };
        /**
         * Provider
         * @description The provider whose platform this is.
         */
        Provider: {
            /** Accent */
            accent: string | null;
            /** Name */
            name: string;
        };
        /**
         * ReasonOut
         * @description One thing that makes an invoice differ, in words, and how much of the difference it makes.
         */
        ReasonOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Kind */
            kind: string;
            /** Says */
            says: string;
        };
        /**
         * ReceivableOut
         * @description What customers owe, by age, and the credit they have.
         */
        ReceivableOut: {
            /** Amount */
            amount: string;
            /** Buckets */
            buckets: components["schemas"]["BucketOut"][];
            /** Credits */
            credits: string;
        };
        /**
         * ReceivedOut
         * @description Money in, today and this month; `automatic` counts what came by itself.
         */
        ReceivedOut: {
            /** Amount */
            amount: string;
            /** Automatic */
            automatic: number;
            /** Count */
            count: number;
            /** Month Amount */
            month_amount: string;
            /** Month Count */
            month_count: number;
            /** Returned */
            returned: string;
        };
        /** RecordChange */
        RecordChange: {
            /** Count */
            count: number;
            /** Done */
            done: string;
            /** Fields */
            fields: components["schemas"]["FieldChange"][];
            /** Label */
            label: string;
            /** Number */
            number?: string | null;
            /** Op */
            op: string;
            /** Table */
            table: string;
        };
        /**
         * RecurringOut
         * @description Monthly recurring revenue before taxes, the difference in a month, oldest month first.
         */
        RecurringOut: {
            /** Amount */
            amount: string;
            /** Difference */
            difference: string;
            /** Series */
            series: components["schemas"]["MonthAmount"][];
            /** Subscriptions */
            subscriptions: number;
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
         * RefusedChangeOut
         * @description A change of the last sixty days that was refused, and why.
         */
        RefusedChangeOut: {
            /** Because */
            because: string;
            /** Kind */
            kind: string;
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * RevenuePage
         * @description A page of revenue by group and month; count and totals come with the first page.
         */
        RevenuePage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["RevenueRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * RevenueRow
         * @description One row of revenue by group and month.
         */
        RevenueRow: {
            /** Account */
            account: string;
            /** Account Name */
            account_name: string;
            /** Month 01 */
            month_01: string;
            /** Month 02 */
            month_02: string;
            /** Month 03 */
            month_03: string;
            /** Month 04 */
            month_04: string;
            /** Month 05 */
            month_05: string;
            /** Month 06 */
            month_06: string;
            /** Month 07 */
            month_07: string;
            /** Month 08 */
            month_08: string;
            /** Month 09 */
            month_09: string;
            /** Month 10 */
            month_10: string;
            /** Month 11 */
            month_11: string;
            /** Month 12 */
            month_12: string;
            /** Name */
            name: string;
            /** Total */
            total: string;
        };
        /**
         * RoleList
         * @description Every role.
         */
        RoleList: {
            /** Items */
            items: components["schemas"]["RoleOut"][];
        };
        /**
         * RoleOut
         * @description One role; `edited` says that it no longer follows what the platform ships.
         */
        RoleOut: {
            /** Code */
            code: string;
            /** Edited */
            edited: boolean;
            /** Label */
            label: string;
            /** Permissions */
            permissions: string[];
            /** Users */
            users: number;
        };
        /** RuleCountOut */
        RuleCountOut: {
            /** Amount */
            amount: string;
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Rule */
            rule: string;
            /** Table */
            table: string;
        };
        /** RuleOut */
        RuleOut: {
            /** Code */
            code: string;
            /** Fact */
            fact: string;
            /** Passed */
            passed: boolean;
            /** Source */
            source: string;
        };
        /**
         * RunOut
         * @description A run in the list: its state (`confirmed`, `issuing`, `done`, `signed`) and how far it is.
         */
        RunOut: {
            /**
             * Confirmed At
             * Format: date-time
             */
            confirmed_at: string;
            /** Confirmed By */
            confirmed_by: string;
            /** Customers */
            customers: number;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Documents */
            documents: number;
            /**
             * Expected
             * Format: money
             */
            expected: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Issued */
            issued: number;
            /** Nothing */
            nothing: number;
            /** Parked */
            parked: number;
            /** Signed At */
            signed_at: string | null;
            /** Signed By */
            signed_by: string;
            /** Started At */
            started_at: string | null;
            /** State */
            state: string;
            /**
             * Total
             * Format: money
             */
            total: string;
            /** Waiting */
            waiting: number;
        };
        /**
         * RunPageOut
         * @description A run whole; `topic` is what its progress is told under.
         */
        RunPageOut: {
            /**
             * Confirmed At
             * Format: date-time
             */
            confirmed_at: string;
            /** Confirmed By */
            confirmed_by: string;
            /** Customers */
            customers: number;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Differences */
            differences: components["schemas"]["DifferenceKindOut"][];
            /** Documents */
            documents: number;
            /** Documents Per S */
            documents_per_s: number | null;
            /**
             * Expected
             * Format: money
             */
            expected: string;
            /** Finished At */
            finished_at: string | null;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /** Issued */
            issued: number;
            /** Nothing */
            nothing: number;
            /** Parked */
            parked: number;
            /** Parked Subscriptions */
            parked_subscriptions: components["schemas"]["ParkedSubscriptionOut"][];
            proof: components["schemas"]["ProofOut"];
            /** Set Aside */
            set_aside: components["schemas"]["SetAsideOut"][];
            /** Signed At */
            signed_at: string | null;
            /** Signed By */
            signed_by: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Started At */
            started_at: string | null;
            /** State */
            state: string;
            /** Topic */
            topic: string;
            /**
             * Total
             * Format: money
             */
            total: string;
            /** Waiting */
            waiting: number;
        };
        /**
         * RunPreviewOut
         * @description A run before it is confirmed; nothing is written.
         */
        RunPreviewOut: {
            /** Active Customers */
            active_customers: number;
            /**
             * Computed At
             * Format: date-time
             */
            computed_at: string;
            /** Credit Notes */
            credit_notes: number;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Differences */
            differences: components["schemas"]["DifferenceKindOut"][];
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Invoices */
            invoices: number;
            /** Lines */
            lines: number;
            /** Next Number */
            next_number: string;
            /** Parked */
            parked: components["schemas"]["ParkedSubscriptionOut"][];
            /**
             * Previous Subtotal
             * Format: money
             */
            previous_subtotal: string;
            proof: components["schemas"]["ProofOut"];
            /** Refused */
            refused: string | null;
            /** Seconds */
            seconds: number;
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Subtotal
             * Format: money
             */
            subtotal: string;
            /**
             * Tax Total
             * Format: money
             */
            tax_total: string;
            /**
             * Total
             * Format: money
             */
            total: string;
        };
        /**
         * SavedViewList
         * @description The saved views of a list that the reader sees; `first` is the one it opens in for him, empty: as it ships.
         */
        SavedViewList: {
            /** First */
            first: string;
            /** Items */
            items: components["schemas"]["SavedViewOut"][];
            /** May Share */
            may_share: boolean;
        };
        /**
         * SavedViewOut
         * @description One saved view of a list; `name` is what the address calls it (`v12`), `label` what people do.
         */
        SavedViewOut: {
            /** Columns */
            columns: string[];
            /** Filters */
            filters: {
                [key: string]: string;
            };
            /** Id */
            id: number;
            /** Label */
            label: string;
            /** May Change */
            may_change: boolean;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /** Shared */
            shared: boolean;
            /** Sort */
            sort: string;
        };
        /**
         * SearchHit
         * @description One thing found; amounts and states are there for kinds that have them.
         */
        SearchHit: {
            /** Amount */
            amount?: string | null;
            /** Customer */
            customer?: string | null;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            matched?: components["schemas"]["MatchedOut"] | null;
            /** Number */
            number: string;
            /** Overdue */
            overdue?: string | null;
            /** Overdue Days */
            overdue_days?: number | null;
            /** Status */
            status?: string | null;
            /** Subtitle */
            subtitle: string;
            /** Title */
            title: string;
            /** Url */
            url: string;
        };
        /**
         * SearchOut
         * @description What was found, the best first.
         */
        SearchOut: {
            /** Items */
            items: components["schemas"]["SearchHit"][];
            /** Took Ms */
            took_ms: number;
        };
        /**
         * SessionLineOut
         * @description One logged-in browser; `current` is the one that asks.
         */
        SessionLineOut: {
            /** Address */
            address: string;
            /** Agent */
            agent: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current */
            current: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** Username */
            username: string;
        };
        /**
         * SessionList
         * @description Logged-in browsers.
         */
        SessionList: {
            /** Items */
            items: components["schemas"]["SessionLineOut"][];
        };
        /**
         * SessionOut
         * @description Who is logged in, what he may do (spelled out, no wildcards), whose platform it is, and the CSRF token.
         */
        SessionOut: {
            /** Csrf */
            csrf: string;
            /** Permissions */
            permissions: string[];
            provider: components["schemas"]["Provider"];
            user: components["schemas"]["SessionUser"];
        };
        /**
         * SessionUser
         * @description Who is logged in.
         */
        SessionUser: {
            /** Display Name */
            display_name: string;
            /** Initials */
            initials: string;
            /**
             * Language
             * @enum {string}
             */
            language: "fr" | "en";
            /** Role Labels */
            role_labels: string[];
            /**
             * Theme
             * @enum {string}
             */
            theme: "light" | "dark" | "system";
            /** Username */
            username: string;
        };
        /**
         * SetAsideOut
         * @description A customer a run could not bill, and why in words.
         */
        SetAsideOut: {
            /** Cause */
            cause: string;
            /** Customer */
            customer: string;
            /** Name */
            name: string;
            /** Words */
            words: string;
        };
        /**
         * SettingOut
         * @description One setting: what it is for, its value, what it is when nobody sets it, and the JSON schema of its value.
         */
        SettingOut: {
            /** Default */
            default?: unknown;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Value */
            value?: unknown;
            /** Value Schema */
            value_schema: {
                [key: string]: unknown;
            };
        };
        /**
         * SettlementOut
         * @description A document that paid this one, or that this credit paid.
         */
        SettlementOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Number */
            number: string;
            /** Undone Because */
            undone_because: string;
            /** Undone On */
            undone_on: string | null;
        };
        /** StepOut */
        StepOut: {
            /** Done */
            done: number;
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Per S */
            per_s: number;
            /** Seconds */
            seconds: number;
            /** State */
            state: string;
            /** Total */
            total: number;
        };
        /**
         * SubscriptionHeader
         * @description What stands still: what it is, whose, where, its price and why, up to where it is charged.
         */
        SubscriptionHeader: {
            /** Address */
            address: string;
            /**
             * Anchor
             * Format: date
             */
            anchor: string;
            /** Cancel Reason */
            cancel_reason: string;
            /** Cancelled On */
            cancelled_on?: string | null;
            /** Charged Through */
            charged_through?: string | null;
            /** Charged Until */
            charged_until?: string | null;
            /** Charged While Suspended */
            charged_while_suspended: boolean;
            /** Comment */
            comment: string;
            /** Committed Until */
            committed_until?: string | null;
            /** Consumer */
            consumer: boolean;
            /** Contract */
            contract: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Download Kbps */
            download_kbps: number;
            /** Ends On */
            ends_on?: string | null;
            /** Interval Months */
            interval_months: number;
            /** Item */
            item: string;
            /** Legacy Id */
            legacy_id?: number | null;
            /** List Price */
            list_price?: string | null;
            /** Location */
            location: string;
            /** Location Label */
            location_label: string;
            /** Monthly */
            monthly?: string | null;
            /** Number */
            number: string;
            /** Own Price */
            own_price?: string | null;
            /** Paused Until */
            paused_until?: string | null;
            /** Price */
            price?: string | null;
            /** Price Reason */
            price_reason: string;
            /** Quantity */
            quantity: string;
            /** Service Kind */
            service_kind: string;
            /** Sku */
            sku: string;
            /** Started On */
            started_on?: string | null;
            /** State */
            state: string;
            /** Suspended On */
            suspended_on?: string | null;
            /** Upload Kbps */
            upload_kbps: number;
        };
        /**
         * SubscriptionOut
         * @description What is served at a location.
         */
        SubscriptionOut: {
            /** Cancelled On */
            cancelled_on?: string | null;
            /** Charged Until */
            charged_until?: string | null;
            /** Committed Until */
            committed_until?: string | null;
            /** Download Kbps */
            download_kbps: number;
            /** Ends On */
            ends_on?: string | null;
            /** Interval Months */
            interval_months: number;
            /** Item */
            item: string;
            /** Number */
            number: string;
            /** Paused Until */
            paused_until?: string | null;
            planned?: components["schemas"]["NextChangeOut"] | null;
            /** Price */
            price?: string | null;
            /** Price Reason */
            price_reason: string;
            refused?: components["schemas"]["RefusedChangeOut"] | null;
            /** Service Kind */
            service_kind: string;
            /** Sku */
            sku: string;
            /** Special */
            special: boolean;
            /** State */
            state: string;
            /** Suspended On */
            suspended_on?: string | null;
            /** Upload Kbps */
            upload_kbps: number;
        };
        /**
         * SubscriptionPageOut
         * @description A subscription whole.
         */
        SubscriptionPageOut: {
            /** Changes */
            changes: components["schemas"]["DatedChangeOut"][];
            header: components["schemas"]["SubscriptionHeader"];
            lines: components["schemas"]["BilledLineBlock"];
            periods: components["schemas"]["ChargedDaysBlock"];
            timeline: components["schemas"]["TimelinePage"];
            /** Waiting */
            waiting: components["schemas"]["WaitingChargeOut"][];
            /** Waiting Total */
            waiting_total: string;
        };
        /** SubscriptionsActivateSubscriptionDone */
        SubscriptionsActivateSubscriptionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsActivateSubscriptionInput */
        SubscriptionsActivateSubscriptionInput: {
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** SubscriptionsApplyDueChangesDone */
        SubscriptionsApplyDueChangesDone: {
            replayed: boolean;
            /**
             * ChangesSettled
             * @description How many planned changes were applied, and how many refused.
             */
            result: {
                /** Applied */
                applied: number;
                /** Refused */
                refused: number;
            };
            run: string;
        };
        /** SubscriptionsApplyDueChangesInput */
        SubscriptionsApplyDueChangesInput: {
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /** SubscriptionsCancelSubscriptionDone */
        SubscriptionsCancelSubscriptionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsCancelSubscriptionInput */
        SubscriptionsCancelSubscriptionInput: {
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
            /**
             * Waived
             * @default null
             */
            waived?: ("provider_breach" | "amendment_refused") | null;
        };
        /** SubscriptionsChangeItemDone */
        SubscriptionsChangeItemDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsChangeItemInput */
        SubscriptionsChangeItemInput: {
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Price
             * @default null
             */
            price?: (number | string) | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** SubscriptionsCreateSubscriptionDone */
        SubscriptionsCreateSubscriptionDone: {
            replayed: boolean;
            result: string;
            run: string;
        };
        /** SubscriptionsCreateSubscriptionInput */
        SubscriptionsCreateSubscriptionInput: {
            /**
             * Committed Until
             * @default null
             */
            committed_until?: string | null;
            /**
             * Contract
             * @default
             */
            contract?: string;
            /**
             * Customer
             * Format: ref:customer
             */
            customer: string;
            /**
             * Interval Months
             * @default 1
             * @enum {integer}
             */
            interval_months?: 1 | 3 | 6 | 12;
            /**
             * Item
             * Format: ref:item
             */
            item: string;
            /**
             * Location
             * Format: ref:location
             */
            location: string;
            /**
             * Price
             * @default null
             */
            price?: (number | string) | null;
            /**
             * Quantity
             * @default 1
             */
            quantity?: number | string;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /** SubscriptionsGrantPromotionDone */
        SubscriptionsGrantPromotionDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** SubscriptionsGrantPromotionInput */
        SubscriptionsGrantPromotionInput: {
            /**
             * Amount
             * @default null
             */
            amount?: (number | string) | null;
            /**
             * Cycles
             * @default null
             */
            cycles?: number | null;
            /**
             * Percent
             * @default null
             */
            percent?: number | string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Since
             * @default null
             */
            since?: string | null;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
            /**
             * Until
             * @default null
             */
            until?: string | null;
            /** Words En */
            words_en: string;
            /** Words Fr */
            words_fr: string;
        };
        /**
         * SubscriptionsPage
         * @description A page of subscriptions; count and totals come with the first page.
         */
        SubscriptionsPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["SubscriptionsRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /** SubscriptionsPauseSubscriptionDone */
        SubscriptionsPauseSubscriptionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsPauseSubscriptionInput */
        SubscriptionsPauseSubscriptionInput: {
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /** SubscriptionsPlanChangeDone */
        SubscriptionsPlanChangeDone: {
            replayed: boolean;
            result: number;
            run: string;
        };
        /** SubscriptionsPlanChangeInput */
        SubscriptionsPlanChangeInput: {
            /**
             * Item
             * @default null
             */
            item?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "price" | "item" | "pause" | "resume" | "suspend" | "end";
            /**
             * On
             * Format: date
             */
            on: string;
            /**
             * Price
             * @default null
             */
            price?: (number | string) | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /** SubscriptionsReactivateSubscriptionDone */
        SubscriptionsReactivateSubscriptionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsReactivateSubscriptionInput */
        SubscriptionsReactivateSubscriptionInput: {
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** SubscriptionsRecordCommitmentDone */
        SubscriptionsRecordCommitmentDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsRecordCommitmentInput */
        SubscriptionsRecordCommitmentInput: {
            /**
             * Clause Limit
             * @default null
             */
            clause_limit?: (number | string) | null;
            /**
             * Goods
             * @default
             */
            goods?: string;
            /**
             * Inducement
             * Format: money
             * @default 0.00
             */
            inducement?: number | string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
            /**
             * Term Months
             * @default null
             */
            term_months?: number | null;
        };
        /** SubscriptionsRemoveCommitmentDone */
        SubscriptionsRemoveCommitmentDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsRemoveCommitmentInput */
        SubscriptionsRemoveCommitmentInput: {
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** SubscriptionsRestorePromotionDone */
        SubscriptionsRestorePromotionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsRestorePromotionInput */
        SubscriptionsRestorePromotionInput: {
            /** Promotion */
            promotion: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /**
         * SubscriptionsRow
         * @description One row of subscriptions.
         */
        SubscriptionsRow: {
            /** Address */
            address: string;
            /** Cancelled On */
            cancelled_on: string | null;
            /** Charged Until */
            charged_until: string | null;
            /** City */
            city: string;
            /** Committed Until */
            committed_until: string | null;
            /** Contract */
            contract: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Interval Months */
            interval_months: string;
            /** Item */
            item: string;
            /** Legacy Id */
            legacy_id: number | null;
            /** Location */
            location: string;
            /** Monthly */
            monthly: string;
            /** Number */
            number: string;
            /** Paused Until */
            paused_until: string | null;
            /** Planned Kind */
            planned_kind: string | null;
            /** Planned On */
            planned_on: string | null;
            /** Price */
            price: string | null;
            /** Price Reason */
            price_reason: string;
            /** Service Kind */
            service_kind: string;
            /** Sku */
            sku: string;
            /** Special */
            special: boolean;
            /** Started On */
            started_on: string | null;
            /** State */
            state: string;
            /** Suspended On */
            suspended_on: string | null;
        };
        /** SubscriptionsSetPriceOverrideDone */
        SubscriptionsSetPriceOverrideDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsSetPriceOverrideInput */
        SubscriptionsSetPriceOverrideInput: {
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Price
             * @default null
             */
            price?: (number | string) | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** SubscriptionsSuspendSubscriptionDone */
        SubscriptionsSuspendSubscriptionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsSuspendSubscriptionInput */
        SubscriptionsSuspendSubscriptionInput: {
            /**
             * Keep Charging
             * @default false
             */
            keep_charging?: boolean;
            /**
             * On
             * @default null
             */
            on?: string | null;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
            /**
             * Subscription
             * Format: ref:subscription
             */
            subscription: string;
        };
        /** SubscriptionsWithdrawChangeDone */
        SubscriptionsWithdrawChangeDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsWithdrawChangeInput */
        SubscriptionsWithdrawChangeInput: {
            /** Change */
            change: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** SubscriptionsWithdrawPromotionDone */
        SubscriptionsWithdrawPromotionDone: {
            replayed: boolean;
            result: null;
            run: string;
        };
        /** SubscriptionsWithdrawPromotionInput */
        SubscriptionsWithdrawPromotionInput: {
            /**
             * On
             * @default null
             */
            on?: string | null;
            /** Promotion */
            promotion: number;
            /**
             * Reason
             * Format: reason
             */
            reason: string;
        };
        /** SumOut */
        SumOut: {
            /** Here */
            here: string;
            /** Listed */
            listed: string;
            /** Name */
            name: string;
            /** Rest */
            rest: string;
            /** Source */
            source: string;
        };
        /**
         * SuspensionOut
         * @description A time without service.
         */
        SuspensionOut: {
            /** By */
            by: string;
            /** Ends On */
            ends_on?: string | null;
            /** Id */
            id?: number | null;
            /** Reason */
            reason: string;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Voluntary */
            voluntary: boolean;
        };
        /**
         * SuspensionsPage
         * @description A page of suspensions; count and totals come with the first page.
         */
        SuspensionsPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["SuspensionsRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * SuspensionsRow
         * @description One row of suspensions.
         */
        SuspensionsRow: {
            /** By */
            by: string;
            /** Customer */
            customer: string;
            /** Customer Name */
            customer_name: string;
            /** Ends On */
            ends_on: string | null;
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Running */
            running: boolean;
            /** Starts On */
            starts_on: string;
            /** Voluntary */
            voluntary: boolean;
        };
        /**
         * SwitchList
         * @description Every switch.
         */
        SwitchList: {
            /** Items */
            items: components["schemas"]["SwitchOut"][];
        };
        /**
         * SwitchOut
         * @description One switch: what it lets act by itself, whether it is on, who turned it last and why.
         */
        SwitchOut: {
            /** About */
            about: string;
            /** Changed At */
            changed_at: string | null;
            /** Changed By */
            changed_by: string;
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** On */
            on: boolean;
            /** On Since */
            on_since: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * TaxDocumentsPage
         * @description A page of documents of the return; count and totals come with the first page.
         */
        TaxDocumentsPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["TaxDocumentsRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * TaxDocumentsRow
         * @description One row of documents of the return.
         */
        TaxDocumentsRow: {
            /** Amount */
            amount: string;
            /** Date */
            date: string;
            /** Document */
            document: string;
            /** Kind */
            kind: string;
            /** Line */
            line: string;
        };
        /**
         * TaxGiven
         * @description A tax given back (or billed), by its code and in the customer's words.
         */
        TaxGiven: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Name */
            name: string;
            /** Tax */
            tax: string;
        };
        /**
         * TaxOut
         * @description A tax as billed; `rate` in percent.
         */
        TaxOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /** Base */
            base: string | null;
            /** Name */
            name: string;
            /** Rate */
            rate: string | null;
            /** Tax */
            tax: string;
        };
        /**
         * TaxProofOut
         * @description A tax as on the documents, recomputed, and in the ledger; `rate` in percent.
         */
        TaxProofOut: {
            /**
             * Amount
             * Format: money
             */
            amount: string;
            /**
             * Ledger
             * Format: money
             */
            ledger: string;
            /** Name */
            name: string;
            /** Rate */
            rate: string;
            /**
             * Recomputed
             * Format: money
             */
            recomputed: string;
            /** Registration */
            registration: string;
            /** Tax */
            tax: string;
        };
        /**
         * TaxReturnPage
         * @description A page of gst/hst and qst return; count and totals come with the first page.
         */
        TaxReturnPage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["TaxReturnRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * TaxReturnRow
         * @description One row of gst/hst and qst return.
         */
        TaxReturnRow: {
            /** Amount */
            amount: string;
            /** Code */
            code: string;
            /** Documents */
            documents: number;
            /** Line */
            line: string;
            /** Name */
            name: string;
            /** Part */
            part: string;
            /** Position */
            position: number;
        };
        /**
         * TimelinePage
         * @description A page of what happened.
         */
        TimelinePage: {
            /** Items */
            items: components["schemas"]["Happening"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /**
         * TodoOut
         * @description Something that waits for a person, in words, and where it is done.
         */
        TodoOut: {
            /** Count */
            count: number;
            /** Detail */
            detail: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** Url */
            url: string;
        };
        /**
         * TokenList
         * @description Every service token.
         */
        TokenList: {
            /** Items */
            items: components["schemas"]["TokenOut"][];
        };
        /**
         * TokenOut
         * @description One service token; `start` is how its secret begins.
         */
        TokenOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Expires At */
            expires_at: string | null;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Scopes */
            scopes: string[];
            /** Start */
            start: string;
        };
        /**
         * TrialBalanceOut
         * @description The trial balance, first and last day included.
         */
        TrialBalanceOut: {
            /**
             * Credit
             * Format: money
             */
            credit: string;
            /**
             * Debit
             * Format: money
             */
            debit: string;
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Rows */
            rows: components["schemas"]["TrialBalanceRowOut"][];
        };
        /**
         * TrialBalancePage
         * @description A page of trial balance; count and totals come with the first page.
         */
        TrialBalancePage: {
            /** Count */
            count?: number | null;
            /**
             * Count Exact
             * @default true
             */
            count_exact?: boolean;
            /** Items */
            items: components["schemas"]["TrialBalanceRow"][];
            /** Next Cursor */
            next_cursor?: string | null;
            /** Totals */
            totals?: {
                [key: string]: string;
            } | null;
        };
        /**
         * TrialBalanceRow
         * @description One row of trial balance.
         */
        TrialBalanceRow: {
            /** Account */
            account: string;
            /** Closing */
            closing: string;
            /** Credit */
            credit: string;
            /** Debit */
            debit: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Opening */
            opening: string;
        };
        /**
         * TrialBalanceRowOut
         * @description An account over the days asked for; balances are debit less credit.
         */
        TrialBalanceRowOut: {
            /**
             * Closing
             * Format: money
             */
            closing: string;
            /**
             * Credit
             * Format: money
             */
            credit: string;
            /**
             * Debit
             * Format: money
             */
            debit: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /**
             * Opening
             * Format: money
             */
            opening: string;
        };
        /**
         * UserList
         * @description Staff.
         */
        UserList: {
            /** Count */
            count: number;
            /** Items */
            items: components["schemas"]["UserOut"][];
        };
        /**
         * UserOut
         * @description One member of staff; `can_enter` is false for the disabled and those without a password.
         */
        UserOut: {
            /** Can Enter */
            can_enter: boolean;
            /** Display Name */
            display_name: string;
            /** Email */
            email: string;
            /** Extension */
            extension: string;
            /** Initials */
            initials: string;
            /** Is Active */
            is_active: boolean;
            /**
             * Language
             * @enum {string}
             */
            language: "fr" | "en";
            /** Last Login At */
            last_login_at: string | null;
            /** Phone */
            phone: string;
            /** Role Labels */
            role_labels: string[];
            /** Roles */
            roles: string[];
            /** Sessions */
            sessions: number;
            /** Username */
            username: string;
        };
        /** ViewOut */
        ViewOut: {
            /** Filters */
            filters: {
                [key: string]: string;
            };
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Sort */
            sort: string;
        };
        /**
         * WaitingChargeOut
         * @description A charge or credit that waits for the next invoice.
         */
        WaitingChargeOut: {
            /** Amount */
            amount: string;
            /** Description */
            description: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Last */
            last?: string | null;
            /**
             * Not Before
             * Format: date
             */
            not_before: string;
            /** Reason */
            reason: string;
            /** Start */
            start?: string | null;
            /** Until */
            until?: string | null;
        };
        /**
         * WhyOut
         * @description Why an invoice differs from the one it is compared with; the reasons add up to the difference.
         */
        WhyOut: {
            /**
             * Difference
             * Format: money
             */
            difference: string;
            previous: components["schemas"]["NeighbourOut"] | null;
            /** Reasons */
            reasons: components["schemas"]["ReasonOut"][];
        };
        /** WouldParkOut */
        WouldParkOut: {
            /** Error */
            error: string;
            /** Handler */
            handler: string;
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
    list_actions: {
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
                    "application/json": components["schemas"]["ActionOut"][];
                };
            };
        };
    };
    billing_add_charge: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingAddChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingAddChargeDone"];
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
    preview_billing_add_charge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingAddChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_bill_charges: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingBillChargesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingBillChargesDone"];
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
    preview_billing_bill_charges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingBillChargesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_bill_customer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingBillCustomerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingBillCustomerDone"];
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
    preview_billing_bill_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingBillCustomerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_bill_first_period: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingBillFirstPeriodInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingBillFirstPeriodDone"];
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
    preview_billing_bill_first_period: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingBillFirstPeriodInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_charge_again: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingChargeAgainInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingChargeAgainDone"];
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
    preview_billing_charge_again: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingChargeAgainInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_charge_early_end: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingChargeEarlyEndInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingChargeEarlyEndDone"];
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
    preview_billing_charge_early_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingChargeEarlyEndInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_charge_now: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingChargeNowInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingChargeNowDone"];
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
    preview_billing_charge_now: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingChargeNowInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_confirm_run: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingConfirmRunInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingConfirmRunDone"];
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
    preview_billing_confirm_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingConfirmRunInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_create_draft: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingCreateDraftInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingCreateDraftDone"];
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
    preview_billing_create_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingCreateDraftInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_credit_invoice: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingCreditInvoiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingCreditInvoiceDone"];
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
    preview_billing_credit_invoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingCreditInvoiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_discard_draft: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingDiscardDraftInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingDiscardDraftDone"];
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
    preview_billing_discard_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingDiscardDraftInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_edit_draft: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingEditDraftInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingEditDraftDone"];
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
    preview_billing_edit_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingEditDraftInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_end_exemption: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingEndExemptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingEndExemptionDone"];
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
    preview_billing_end_exemption: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingEndExemptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_grant_exemption: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingGrantExemptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingGrantExemptionDone"];
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
    preview_billing_grant_exemption: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingGrantExemptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_issue_invoice: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingIssueInvoiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingIssueInvoiceDone"];
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
    preview_billing_issue_invoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingIssueInvoiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_replace_charge: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingReplaceChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingReplaceChargeDone"];
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
    preview_billing_replace_charge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingReplaceChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_restore_charge: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingRestoreChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRestoreChargeDone"];
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
    preview_billing_restore_charge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingRestoreChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_resume_run: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingResumeRunInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingResumeRunDone"];
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
    preview_billing_resume_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingResumeRunInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_settle_service: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingSettleServiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingSettleServiceDone"];
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
    preview_billing_settle_service: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingSettleServiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_sign_run: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingSignRunInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingSignRunDone"];
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
    preview_billing_sign_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingSignRunInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_withdraw_charge: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingWithdrawChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingWithdrawChargeDone"];
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
    preview_billing_withdraw_charge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingWithdrawChargeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    billing_withdraw_charges: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingWithdrawChargesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingWithdrawChargesDone"];
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
    preview_billing_withdraw_charges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingWithdrawChargesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_create_item: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogCreateItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogCreateItemDone"];
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
    preview_catalog_create_item: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogCreateItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_create_plan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogCreatePlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogCreatePlanDone"];
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
    preview_catalog_create_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogCreatePlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_edit_item: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogEditItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEditItemDone"];
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
    preview_catalog_edit_item: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogEditItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_edit_plan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogEditPlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEditPlanDone"];
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
    preview_catalog_edit_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogEditPlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_retire_item: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogRetireItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogRetireItemDone"];
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
    preview_catalog_retire_item: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogRetireItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_retire_plan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogRetirePlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogRetirePlanDone"];
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
    preview_catalog_retire_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogRetirePlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_sell_item: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogSellItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogSellItemDone"];
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
    preview_catalog_sell_item: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogSellItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_sell_plan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogSellPlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogSellPlanDone"];
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
    preview_catalog_sell_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogSellPlanInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    catalog_set_item_price: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogSetItemPriceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogSetItemPriceDone"];
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
    preview_catalog_set_item_price: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogSetItemPriceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    collections_add_arrangement: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsAddArrangementInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionsAddArrangementDone"];
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
    preview_collections_add_arrangement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsAddArrangementInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    collections_cancel_arrangement: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsCancelArrangementInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionsCancelArrangementDone"];
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
    preview_collections_cancel_arrangement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsCancelArrangementInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    collections_end_suspension: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsEndSuspensionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionsEndSuspensionDone"];
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
    preview_collections_end_suspension: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsEndSuspensionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    collections_record_suspension: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsRecordSuspensionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionsRecordSuspensionDone"];
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
    preview_collections_record_suspension: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionsRecordSuspensionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_add_contact: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmAddContactInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmAddContactDone"];
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
    preview_crm_add_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmAddContactInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_add_contact_point: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmAddContactPointInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmAddContactPointDone"];
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
    preview_crm_add_contact_point: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmAddContactPointInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_add_location: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmAddLocationInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmAddLocationDone"];
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
    preview_crm_add_location: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmAddLocationInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_create_customer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmCreateCustomerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmCreateCustomerDone"];
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
    preview_crm_create_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmCreateCustomerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_give_consent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmGiveConsentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmGiveConsentDone"];
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
    preview_crm_give_consent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmGiveConsentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_remove_contact: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmRemoveContactInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmRemoveContactDone"];
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
    preview_crm_remove_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmRemoveContactInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_remove_contact_point: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmRemoveContactPointInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmRemoveContactPointDone"];
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
    preview_crm_remove_contact_point: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmRemoveContactPointInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_remove_parent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmRemoveParentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmRemoveParentDone"];
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
    preview_crm_remove_parent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmRemoveParentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_set_customer_status: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmSetCustomerStatusInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmSetCustomerStatusDone"];
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
    preview_crm_set_customer_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmSetCustomerStatusInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_set_parent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmSetParentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmSetParentDone"];
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
    preview_crm_set_parent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmSetParentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_update_contact: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateContactInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmUpdateContactDone"];
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
    preview_crm_update_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateContactInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_update_contact_point: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateContactPointInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmUpdateContactPointDone"];
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
    preview_crm_update_contact_point: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateContactPointInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_update_customer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateCustomerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmUpdateCustomerDone"];
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
    preview_crm_update_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateCustomerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_update_location: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateLocationInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmUpdateLocationDone"];
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
    preview_crm_update_location: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmUpdateLocationInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    crm_withdraw_consent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmWithdrawConsentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmWithdrawConsentDone"];
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
    preview_crm_withdraw_consent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CrmWithdrawConsentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_change_password: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityChangePasswordInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChangePasswordDone"];
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
    preview_identity_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityChangePasswordInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_create_role: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityCreateRoleInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityCreateRoleDone"];
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
    preview_identity_create_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityCreateRoleInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_create_token: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityCreateTokenInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityCreateTokenDone"];
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
    preview_identity_create_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityCreateTokenInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_create_user: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityCreateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityCreateUserDone"];
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
    preview_identity_create_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityCreateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_deactivate_user: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityDeactivateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityDeactivateUserDone"];
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
    preview_identity_deactivate_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityDeactivateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_edit_role: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityEditRoleInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityEditRoleDone"];
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
    preview_identity_edit_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityEditRoleInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_end_sessions: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityEndSessionsInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityEndSessionsDone"];
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
    preview_identity_end_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityEndSessionsInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_mark_notices_read: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityMarkNoticesReadInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityMarkNoticesReadDone"];
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
    preview_identity_mark_notices_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityMarkNoticesReadInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_open_with_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityOpenWithViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityOpenWithViewDone"];
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
    preview_identity_open_with_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityOpenWithViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_reactivate_user: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityReactivateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityReactivateUserDone"];
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
    preview_identity_reactivate_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityReactivateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_remove_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRemoveViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRemoveViewDone"];
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
    preview_identity_remove_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRemoveViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_rename_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRenameViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRenameViewDone"];
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
    preview_identity_rename_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRenameViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_restore_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRestoreViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRestoreViewDone"];
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
    preview_identity_restore_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRestoreViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_revoke_token: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRevokeTokenInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRevokeTokenDone"];
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
    preview_identity_revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRevokeTokenInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_save_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySaveViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitySaveViewDone"];
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
    preview_identity_save_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySaveViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_set_password: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySetPasswordInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitySetPasswordDone"];
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
    preview_identity_set_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySetPasswordInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_set_preferences: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySetPreferencesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitySetPreferencesDone"];
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
    preview_identity_set_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySetPreferencesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_set_roles: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySetRolesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitySetRolesDone"];
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
    preview_identity_set_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentitySetRolesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_share_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityShareViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityShareViewDone"];
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
    preview_identity_share_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityShareViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_turn_switch_off: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityTurnSwitchOffInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityTurnSwitchOffDone"];
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
    preview_identity_turn_switch_off: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityTurnSwitchOffInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_turn_switch_on: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityTurnSwitchOnInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityTurnSwitchOnDone"];
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
    preview_identity_turn_switch_on: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityTurnSwitchOnInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_update_user: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityUpdateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityUpdateUserDone"];
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
    preview_identity_update_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityUpdateUserInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    identity_update_view: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityUpdateViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityUpdateViewDone"];
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
    preview_identity_update_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityUpdateViewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    kernel_add_note: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelAddNoteInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KernelAddNoteDone"];
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
    preview_kernel_add_note: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelAddNoteInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    kernel_retry_parked: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelRetryParkedInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KernelRetryParkedDone"];
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
    preview_kernel_retry_parked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelRetryParkedInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    kernel_set_setting: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelSetSettingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KernelSetSettingDone"];
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
    preview_kernel_set_setting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelSetSettingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    kernel_skip_parked: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelSkipParkedInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KernelSkipParkedDone"];
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
    preview_kernel_skip_parked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KernelSkipParkedInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    ledger_close_month: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerCloseMonthInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerCloseMonthDone"];
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
    preview_ledger_close_month: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerCloseMonthInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    ledger_post_manual_entry: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerPostManualEntryInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPostManualEntryDone"];
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
    preview_ledger_post_manual_entry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerPostManualEntryInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    ledger_reopen_month: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerReopenMonthInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerReopenMonthDone"];
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
    preview_ledger_reopen_month: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LedgerReopenMonthInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    legacy_start_import: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegacyStartImportInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegacyStartImportDone"];
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
    preview_legacy_start_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegacyStartImportInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_add_payment_method: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsAddPaymentMethodInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsAddPaymentMethodDone"];
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
    preview_payments_add_payment_method: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsAddPaymentMethodInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_allocate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsAllocateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsAllocateDone"];
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
    preview_payments_allocate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsAllocateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_deactivate_payment_method: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsDeactivatePaymentMethodInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsDeactivatePaymentMethodDone"];
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
    preview_payments_deactivate_payment_method: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsDeactivatePaymentMethodInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_record_payment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsRecordPaymentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsRecordPaymentDone"];
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
    preview_payments_record_payment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsRecordPaymentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_reveal_bank_details: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsRevealBankDetailsInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsRevealBankDetailsDone"];
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
    preview_payments_reveal_bank_details: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsRevealBankDetailsInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_reverse_payment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsReversePaymentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsReversePaymentDone"];
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
    preview_payments_reverse_payment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsReversePaymentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_set_autopay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsSetAutopayInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsSetAutopayDone"];
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
    preview_payments_set_autopay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsSetAutopayInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    payments_unallocate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsUnallocateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsUnallocateDone"];
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
    preview_payments_unallocate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentsUnallocateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_activate_subscription: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsActivateSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsActivateSubscriptionDone"];
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
    preview_subscriptions_activate_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsActivateSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_apply_due_changes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsApplyDueChangesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsApplyDueChangesDone"];
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
    preview_subscriptions_apply_due_changes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsApplyDueChangesInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_cancel_subscription: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsCancelSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsCancelSubscriptionDone"];
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
    preview_subscriptions_cancel_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsCancelSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_change_item: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsChangeItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsChangeItemDone"];
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
    preview_subscriptions_change_item: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsChangeItemInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_create_subscription: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsCreateSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsCreateSubscriptionDone"];
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
    preview_subscriptions_create_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsCreateSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_grant_promotion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsGrantPromotionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsGrantPromotionDone"];
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
    preview_subscriptions_grant_promotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsGrantPromotionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_pause_subscription: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsPauseSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsPauseSubscriptionDone"];
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
    preview_subscriptions_pause_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsPauseSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_plan_change: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsPlanChangeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsPlanChangeDone"];
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
    preview_subscriptions_plan_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsPlanChangeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_reactivate_subscription: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsReactivateSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsReactivateSubscriptionDone"];
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
    preview_subscriptions_reactivate_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsReactivateSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_record_commitment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsRecordCommitmentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsRecordCommitmentDone"];
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
    preview_subscriptions_record_commitment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsRecordCommitmentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_remove_commitment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsRemoveCommitmentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsRemoveCommitmentDone"];
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
    preview_subscriptions_remove_commitment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsRemoveCommitmentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_restore_promotion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsRestorePromotionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsRestorePromotionDone"];
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
    preview_subscriptions_restore_promotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsRestorePromotionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_set_price_override: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsSetPriceOverrideInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsSetPriceOverrideDone"];
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
    preview_subscriptions_set_price_override: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsSetPriceOverrideInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_suspend_subscription: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsSuspendSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsSuspendSubscriptionDone"];
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
    preview_subscriptions_suspend_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsSuspendSubscriptionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_withdraw_change: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsWithdrawChangeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsWithdrawChangeDone"];
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
    preview_subscriptions_withdraw_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsWithdrawChangeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    subscriptions_withdraw_promotion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsWithdrawPromotionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionsWithdrawPromotionDone"];
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
    preview_subscriptions_withdraw_promotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsWithdrawPromotionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
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
    list_arrangements: {
        parameters: {
            query?: {
                sort?: "customer_name" | "-customer_name" | "amount" | "-amount" | "due_on" | "-due_on" | "cutoff_on" | "-cutoff_on" | "agreed_on" | "-agreed_on";
                q?: string;
                view?: "open" | "overdue" | "all";
                /** @description Customer */
                customer?: string;
                /** @description Status */
                status?: string;
                /** @description Overdue */
                overdue?: boolean;
                /** @description Due on, from */
                due_on_from?: string;
                /** @description Due on, until */
                due_on_to?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["ArrangementsPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_arrangements: {
        parameters: {
            query?: {
                sort?: "customer_name" | "-customer_name" | "amount" | "-amount" | "due_on" | "-due_on" | "cutoff_on" | "-cutoff_on" | "agreed_on" | "-agreed_on";
                q?: string;
                view?: "open" | "overdue" | "all";
                /** @description Customer */
                customer?: string;
                /** @description Status */
                status?: string;
                /** @description Overdue */
                overdue?: boolean;
                /** @description Due on, from */
                due_on_from?: string;
                /** @description Due on, until */
                due_on_to?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description `customer:C-4217` or `identity_user:12` */
                subject?: string;
                actor?: string;
                action?: string;
                cursor?: string | null;
                limit?: number;
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
                    "application/json": components["schemas"]["AuditList"];
                };
            };
        };
    };
    list_billing_runs: {
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
                    "application/json": components["schemas"]["RunOut"][];
                };
            };
        };
    };
    preview_billing_run: {
        parameters: {
            query: {
                date: string;
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
                    "application/json": components["schemas"]["RunPreviewOut"];
                };
            };
        };
    };
    read_billing_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
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
                    "application/json": components["schemas"]["RunPageOut"];
                };
            };
        };
    };
    list_billing_run_differences: {
        parameters: {
            query?: {
                kind?: "new" | "gone" | "price" | "unusual";
                limit?: number;
            };
            header?: never;
            path: {
                date: string;
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
                    "application/json": components["schemas"]["DifferencesOut"];
                };
            };
        };
    };
    list_charges: {
        parameters: {
            query?: {
                sort?: "created_on" | "-created_on" | "name" | "-name" | "amount" | "-amount" | "not_before" | "-not_before";
                q?: string;
                view?: "waiting" | "later" | "forbidden" | "billed" | "withdrawn" | "all";
                /** @description Charge */
                charge?: number;
                /** @description State */
                state?: string;
                /** @description Kind */
                kind?: string;
                /** @description Customer */
                customer?: string;
                /** @description Item */
                sku?: string;
                /** @description One-time, of an item */
                by_hand?: boolean;
                /** @description Added on, from */
                created_on_from?: string;
                /** @description Added on, until */
                created_on_to?: string;
                /** @description Not before, from */
                not_before_from?: string;
                /** @description Not before, until */
                not_before_to?: string;
                /** @description Amount, at least */
                amount_min?: string;
                /** @description Amount, at most */
                amount_max?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["ChargesPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_charges: {
        parameters: {
            query?: {
                sort?: "created_on" | "-created_on" | "name" | "-name" | "amount" | "-amount" | "not_before" | "-not_before";
                q?: string;
                view?: "waiting" | "later" | "forbidden" | "billed" | "withdrawn" | "all";
                /** @description Charge */
                charge?: number;
                /** @description State */
                state?: string;
                /** @description Kind */
                kind?: string;
                /** @description Customer */
                customer?: string;
                /** @description Item */
                sku?: string;
                /** @description One-time, of an item */
                by_hand?: boolean;
                /** @description Added on, from */
                created_on_from?: string;
                /** @description Added on, until */
                created_on_to?: string;
                /** @description Not before, from */
                not_before_from?: string;
                /** @description Not before, until */
                not_before_to?: string;
                /** @description Amount, at least */
                amount_min?: string;
                /** @description Amount, at most */
                amount_max?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                sort?: "name" | "-name" | "number" | "-number" | "city" | "-city" | "monthly" | "-monthly" | "balance" | "-balance" | "overdue" | "-overdue" | "overdue_days" | "-overdue_days" | "last_payment" | "-last_payment" | "since" | "-since" | "ended_on" | "-ended_on";
                q?: string;
                view?: "active" | "suspended" | "overdue" | "arrangement" | "terminated" | "prospect" | "all";
                /** @description Status */
                status?: string;
                /** @description Segment */
                segment?: string;
                /** @description Kind */
                kind?: string;
                /** @description Language */
                language?: string;
                /** @description City */
                city?: string;
                /** @description Overdue */
                overdue?: boolean;
                /** @description Overdue amount, at least */
                overdue_min?: string;
                /** @description Overdue amount, at most */
                overdue_max?: string;
                /** @description Days overdue, at least */
                overdue_days_min?: number;
                /** @description Days overdue, at most */
                overdue_days_max?: number;
                /** @description Balance, at least */
                balance_min?: string;
                /** @description Balance, at most */
                balance_max?: string;
                /** @description Per month, at least */
                monthly_min?: string;
                /** @description Per month, at most */
                monthly_max?: string;
                /** @description Open arrangement */
                arrangement?: boolean;
                /** @description Automatic payment */
                autopay?: boolean;
                /** @description Live subscriptions */
                live?: boolean;
                /** @description Customer since, from */
                since_from?: string;
                /** @description Customer since, until */
                since_to?: string;
                /** @description End, from */
                ended_on_from?: string;
                /** @description End, until */
                ended_on_to?: string;
                /** @description VIP */
                vip?: boolean;
                /** @description Bad payer */
                bad_payer?: boolean;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["CustomersPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_possible_duplicates: {
        parameters: {
            query?: {
                email?: string;
                phone?: string;
                line1?: string;
                city?: string;
                but?: string;
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
                    "application/json": components["schemas"]["DuplicateOut"][];
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
        };
    };
    export_customers: {
        parameters: {
            query?: {
                sort?: "name" | "-name" | "number" | "-number" | "city" | "-city" | "monthly" | "-monthly" | "balance" | "-balance" | "overdue" | "-overdue" | "overdue_days" | "-overdue_days" | "last_payment" | "-last_payment" | "since" | "-since" | "ended_on" | "-ended_on";
                q?: string;
                view?: "active" | "suspended" | "overdue" | "arrangement" | "terminated" | "prospect" | "all";
                /** @description Status */
                status?: string;
                /** @description Segment */
                segment?: string;
                /** @description Kind */
                kind?: string;
                /** @description Language */
                language?: string;
                /** @description City */
                city?: string;
                /** @description Overdue */
                overdue?: boolean;
                /** @description Overdue amount, at least */
                overdue_min?: string;
                /** @description Overdue amount, at most */
                overdue_max?: string;
                /** @description Days overdue, at least */
                overdue_days_min?: number;
                /** @description Days overdue, at most */
                overdue_days_max?: number;
                /** @description Balance, at least */
                balance_min?: string;
                /** @description Balance, at most */
                balance_max?: string;
                /** @description Per month, at least */
                monthly_min?: string;
                /** @description Per month, at most */
                monthly_max?: string;
                /** @description Open arrangement */
                arrangement?: boolean;
                /** @description Automatic payment */
                autopay?: boolean;
                /** @description Live subscriptions */
                live?: boolean;
                /** @description Customer since, from */
                since_from?: string;
                /** @description Customer since, until */
                since_to?: string;
                /** @description End, from */
                ended_on_from?: string;
                /** @description End, until */
                ended_on_to?: string;
                /** @description VIP */
                vip?: boolean;
                /** @description Bad payer */
                bad_payer?: boolean;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    read_customer: {
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
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
        };
    };
    read_customer_account: {
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
                    "application/json": components["schemas"]["CustomerAccountOut"];
                };
            };
        };
    };
    list_customer_exemptions: {
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
                    "application/json": components["schemas"]["ExemptionOut"][];
                };
            };
        };
    };
    list_payment_methods: {
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
                    "application/json": components["schemas"]["PaymentMethodOut"][];
                };
            };
        };
    };
    list_customer_promotions: {
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
                    "application/json": components["schemas"]["PromotionOut"][];
                };
            };
        };
    };
    list_customer_subscriptions: {
        parameters: {
            query?: {
                sort?: "item" | "-item" | "customer_name" | "-customer_name" | "price" | "-price" | "monthly" | "-monthly" | "charged_until" | "-charged_until" | "planned_on" | "-planned_on" | "started_on" | "-started_on" | "suspended_on" | "-suspended_on" | "paused_until" | "-paused_until" | "cancelled_on" | "-cancelled_on" | "committed_until" | "-committed_until";
                q?: string;
                view?: "live" | "pending" | "paused" | "suspended" | "planned" | "cancelled" | "all";
                /** @description State */
                state?: string;
                /** @description Customer */
                customer?: string;
                /** @description Item */
                sku?: string;
                /** @description Kind */
                service_kind?: string;
                /** @description Cycle */
                interval_months?: string;
                /** @description Agreed price */
                special?: boolean;
                /** @description City */
                city?: string;
                /** @description With a change to come */
                planned?: boolean;
                /** @description To bill from, from */
                charged_until_from?: string;
                /** @description To bill from, until */
                charged_until_to?: string;
                /** @description Start, from */
                started_on_from?: string;
                /** @description Start, until */
                started_on_to?: string;
                /** @description Committed until, from */
                committed_until_from?: string;
                /** @description Committed until, until */
                committed_until_to?: string;
                /** @description Cancelled, from */
                cancelled_on_from?: string;
                /** @description Cancelled, until */
                cancelled_on_to?: string;
                /** @description Per month, at least */
                monthly_min?: string;
                /** @description Per month, at most */
                monthly_max?: string;
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["SubscriptionsPage"];
                };
            };
        };
    };
    read_customer_timeline: {
        parameters: {
            query?: {
                kind?: string;
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
        };
    };
    read_dashboard: {
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
                    "application/json": components["schemas"]["DashboardOut"];
                };
            };
        };
    };
    list_files: {
        parameters: {
            query: {
                subject: string;
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
                    "application/json": components["schemas"]["FileOut"][];
                };
            };
        };
    };
    upload_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Subject */
                    subject: string;
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
                    "application/json": components["schemas"]["FileOut"];
                };
            };
        };
    };
    read_file: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                key: string;
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
                content?: never;
            };
        };
    };
    list_imports: {
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
                    "application/json": components["schemas"]["ImportList"];
                };
            };
        };
    };
    read_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
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
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
        };
    };
    list_import_findings: {
        parameters: {
            query: {
                code: string;
                table?: string;
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                number: number;
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
                    "application/json": components["schemas"]["FindingList"];
                };
            };
        };
    };
    export_import_findings: {
        parameters: {
            query: {
                code: string;
                table?: string;
            };
            header?: never;
            path: {
                number: number;
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
                content?: never;
            };
        };
    };
    list_invoices: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "due_date" | "-due_date" | "days_overdue" | "-days_overdue" | "total" | "-total" | "open" | "-open";
                q?: string;
                view?: "all" | "overdue" | "open" | "drafts" | "credit_notes";
                /** @description State */
                state?: string;
                /** @description Kind */
                kind?: string;
                /** @description Customer */
                customer?: string;
                /** @description Billing of */
                run?: string;
                /** @description Date, from */
                date_from?: string;
                /** @description Date, until */
                date_to?: string;
                /** @description Due, from */
                due_date_from?: string;
                /** @description Due, until */
                due_date_to?: string;
                /** @description Total, at least */
                total_min?: string;
                /** @description Total, at most */
                total_max?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["InvoicesPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_invoices: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "due_date" | "-due_date" | "days_overdue" | "-days_overdue" | "total" | "-total" | "open" | "-open";
                q?: string;
                view?: "all" | "overdue" | "open" | "drafts" | "credit_notes";
                /** @description State */
                state?: string;
                /** @description Kind */
                kind?: string;
                /** @description Customer */
                customer?: string;
                /** @description Billing of */
                run?: string;
                /** @description Date, from */
                date_from?: string;
                /** @description Date, until */
                date_to?: string;
                /** @description Due, from */
                due_date_from?: string;
                /** @description Due, until */
                due_date_to?: string;
                /** @description Total, at least */
                total_min?: string;
                /** @description Total, at most */
                total_max?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    read_invoice: {
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
                    "application/json": components["schemas"]["InvoiceOut"];
                };
            };
        };
    };
    read_invoice_document: {
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
            /** @description The PDF, inline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
        };
    };
    read_invoice_why: {
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
                    "application/json": components["schemas"]["WhyOut"] | null;
                };
            };
        };
    };
    list_item_groups: {
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
                    "application/json": components["schemas"]["ItemGroupOut"][];
                };
            };
        };
    };
    list_items: {
        parameters: {
            query?: {
                sort?: "sku" | "-sku" | "name" | "-name" | "group_name" | "-group_name" | "price" | "-price" | "next_from" | "-next_from";
                q?: string;
                view?: "sold" | "services" | "fees" | "to_classify" | "forbidden" | "all";
                /** @description Group (code) */
                group?: string;
                /** @description Kind */
                kind?: string;
                /** @description Service */
                service_kind?: string;
                /** @description Fee class */
                fee_class?: string;
                /** @description Sold */
                active?: boolean;
                /** @description Fees to classify */
                to_classify?: boolean;
                /** @description Price, at least */
                price_min?: string;
                /** @description Price, at most */
                price_max?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["ItemsPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_items: {
        parameters: {
            query?: {
                sort?: "sku" | "-sku" | "name" | "-name" | "group_name" | "-group_name" | "price" | "-price" | "next_from" | "-next_from";
                q?: string;
                view?: "sold" | "services" | "fees" | "to_classify" | "forbidden" | "all";
                /** @description Group (code) */
                group?: string;
                /** @description Kind */
                kind?: string;
                /** @description Service */
                service_kind?: string;
                /** @description Fee class */
                fee_class?: string;
                /** @description Sold */
                active?: boolean;
                /** @description Fees to classify */
                to_classify?: boolean;
                /** @description Price, at least */
                price_min?: string;
                /** @description Price, at most */
                price_max?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    read_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
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
                    "application/json": components["schemas"]["ItemOut"];
                };
            };
        };
    };
    list_ledger_accounts: {
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
                    "application/json": components["schemas"]["AccountOut"][];
                };
            };
        };
    };
    read_aging: {
        parameters: {
            query?: {
                on?: string | null;
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
                    "application/json": components["schemas"]["AgingOut"];
                };
            };
        };
    };
    list_ledger_entries: {
        parameters: {
            query: {
                document: string;
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
                    "application/json": components["schemas"]["EntryOut"][];
                };
            };
        };
    };
    list_ledger_months: {
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
                    "application/json": components["schemas"]["MonthOut"][];
                };
            };
        };
    };
    read_ledger_month: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
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
                    "application/json": components["schemas"]["ClosingOut"];
                };
            };
        };
    };
    read_trial_balance: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
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
                    "application/json": components["schemas"]["TrialBalanceOut"];
                };
            };
        };
    };
    list_lists: {
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
                    "application/json": components["schemas"]["ListOut"][];
                };
            };
        };
    };
    describe_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
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
                    "application/json": components["schemas"]["ListOut"];
                };
            };
        };
    };
    list_saved_views: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
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
                    "application/json": components["schemas"]["SavedViewList"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events, data `{"topic": …, "id": …}`; topic `*`: read everything anew. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    list_logins: {
        parameters: {
            query?: {
                username?: string;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                limit?: number;
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
                    "application/json": components["schemas"]["LoginList"];
                };
            };
        };
    };
    list_notices: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                limit?: number;
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
                    "application/json": components["schemas"]["NoticeList"];
                };
            };
        };
    };
    list_parked_work: {
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
                    "application/json": components["schemas"]["ParkedList"];
                };
            };
        };
    };
    list_payments: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "customer_name" | "-customer_name" | "amount" | "-amount" | "unapplied" | "-unapplied";
                q?: string;
                view?: "all" | "credit" | "cheques" | "reversed";
                /** @description Customer */
                customer?: string;
                /** @description Mode */
                mode?: string;
                /** @description Date, from */
                date_from?: string;
                /** @description Date, until */
                date_to?: string;
                /** @description Amount, at least */
                amount_min?: string;
                /** @description Amount, at most */
                amount_max?: string;
                /** @description With credit left */
                has_credit?: boolean;
                /** @description Reversed */
                reversed?: boolean;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["PaymentsPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_payments: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "customer_name" | "-customer_name" | "amount" | "-amount" | "unapplied" | "-unapplied";
                q?: string;
                view?: "all" | "credit" | "cheques" | "reversed";
                /** @description Customer */
                customer?: string;
                /** @description Mode */
                mode?: string;
                /** @description Date, from */
                date_from?: string;
                /** @description Date, until */
                date_to?: string;
                /** @description Amount, at least */
                amount_min?: string;
                /** @description Amount, at most */
                amount_max?: string;
                /** @description With credit left */
                has_credit?: boolean;
                /** @description Reversed */
                reversed?: boolean;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    read_payment: {
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
                    "application/json": components["schemas"]["PaymentOut"];
                };
            };
        };
    };
    list_permissions: {
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
                    "application/json": components["schemas"]["PermissionList"];
                };
            };
        };
    };
    list_planned_changes: {
        parameters: {
            query?: {
                sort?: "on" | "-on" | "customer_name" | "-customer_name" | "until" | "-until" | "settled_at" | "-settled_at";
                q?: string;
                view?: "planned" | "refused" | "applied" | "all";
                /** @description State */
                state?: string;
                /** @description Change */
                kind?: string;
                /** @description Customer */
                customer?: string;
                /** @description Subscription */
                subscription?: string;
                /** @description From, from */
                on_from?: string;
                /** @description From, until */
                on_to?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["PlannedChangesPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_planned_changes: {
        parameters: {
            query?: {
                sort?: "on" | "-on" | "customer_name" | "-customer_name" | "until" | "-until" | "settled_at" | "-settled_at";
                q?: string;
                view?: "planned" | "refused" | "applied" | "all";
                /** @description State */
                state?: string;
                /** @description Change */
                kind?: string;
                /** @description Customer */
                customer?: string;
                /** @description Subscription */
                subscription?: string;
                /** @description From, from */
                on_from?: string;
                /** @description From, until */
                on_to?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_plans: {
        parameters: {
            query?: {
                sort?: "code" | "-code" | "name" | "-name" | "price" | "-price" | "interval_months" | "-interval_months" | "commitment_months" | "-commitment_months";
                q?: string;
                view?: "sold" | "all";
                /** @description Service */
                service_kind?: string;
                /** @description Segment */
                segment?: string;
                /** @description Sold */
                active?: boolean;
                /** @description Price, at least */
                price_min?: string;
                /** @description Price, at most */
                price_max?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["PlansPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_plans: {
        parameters: {
            query?: {
                sort?: "code" | "-code" | "name" | "-name" | "price" | "-price" | "interval_months" | "-interval_months" | "commitment_months" | "-commitment_months";
                q?: string;
                view?: "sold" | "all";
                /** @description Service */
                service_kind?: string;
                /** @description Segment */
                segment?: string;
                /** @description Sold */
                active?: boolean;
                /** @description Price, at least */
                price_min?: string;
                /** @description Price, at most */
                price_max?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    read_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["PlanOut"];
                };
            };
        };
    };
    list_aging: {
        parameters: {
            query?: {
                sort?: "customer_name" | "-customer_name" | "current" | "-current" | "days_1_30" | "-days_1_30" | "days_31_60" | "-days_31_60" | "days_61_90" | "-days_61_90" | "over_90" | "-over_90" | "owed" | "-owed" | "credits" | "-credits" | "balance" | "-balance";
                q?: string;
                view?: "all" | "late";
                /** @description On */
                on?: string;
                /** @description Segment */
                segment?: string;
                /** @description Status */
                status?: string;
                /** @description Current, at least */
                current_min?: string;
                /** @description Current, at most */
                current_max?: string;
                /** @description 1–30 days, at least */
                days_1_30_min?: string;
                /** @description 1–30 days, at most */
                days_1_30_max?: string;
                /** @description 31–60 days, at least */
                days_31_60_min?: string;
                /** @description 31–60 days, at most */
                days_31_60_max?: string;
                /** @description 61–90 days, at least */
                days_61_90_min?: string;
                /** @description 61–90 days, at most */
                days_61_90_max?: string;
                /** @description Over 90 days, at least */
                over_90_min?: string;
                /** @description Over 90 days, at most */
                over_90_max?: string;
                /** @description Owed, at least */
                owed_min?: string;
                /** @description Owed, at most */
                owed_max?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["AgingPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_aging: {
        parameters: {
            query?: {
                sort?: "customer_name" | "-customer_name" | "current" | "-current" | "days_1_30" | "-days_1_30" | "days_31_60" | "-days_31_60" | "days_61_90" | "-days_61_90" | "over_90" | "-over_90" | "owed" | "-owed" | "credits" | "-credits" | "balance" | "-balance";
                q?: string;
                view?: "all" | "late";
                /** @description On */
                on?: string;
                /** @description Segment */
                segment?: string;
                /** @description Status */
                status?: string;
                /** @description Current, at least */
                current_min?: string;
                /** @description Current, at most */
                current_max?: string;
                /** @description 1–30 days, at least */
                days_1_30_min?: string;
                /** @description 1–30 days, at most */
                days_1_30_max?: string;
                /** @description 31–60 days, at least */
                days_31_60_min?: string;
                /** @description 31–60 days, at most */
                days_31_60_max?: string;
                /** @description 61–90 days, at least */
                days_61_90_min?: string;
                /** @description 61–90 days, at most */
                days_61_90_max?: string;
                /** @description Over 90 days, at least */
                over_90_min?: string;
                /** @description Over 90 days, at most */
                over_90_max?: string;
                /** @description Owed, at least */
                owed_min?: string;
                /** @description Owed, at most */
                owed_max?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_general_ledger: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "debit" | "-debit" | "credit" | "-credit";
                q?: string;
                /** @description Account */
                account?: string;
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                /** @description Kind */
                kind?: string;
                /** @description Debit, at least */
                debit_min?: string;
                /** @description Debit, at most */
                debit_max?: string;
                /** @description Credit, at least */
                credit_min?: string;
                /** @description Credit, at most */
                credit_max?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["GeneralLedgerPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_general_ledger: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "debit" | "-debit" | "credit" | "-credit";
                q?: string;
                /** @description Account */
                account?: string;
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                /** @description Kind */
                kind?: string;
                /** @description Debit, at least */
                debit_min?: string;
                /** @description Debit, at most */
                debit_max?: string;
                /** @description Credit, at least */
                credit_min?: string;
                /** @description Credit, at most */
                credit_max?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_revenue: {
        parameters: {
            query?: {
                sort?: "account" | "-account" | "total" | "-total";
                /** @description Year */
                year?: number;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["RevenuePage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_revenue: {
        parameters: {
            query?: {
                sort?: "account" | "-account" | "total" | "-total";
                /** @description Year */
                year?: number;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_tax_documents: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "amount" | "-amount";
                q?: string;
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                /** @description Line */
                line?: string;
                /** @description Kind */
                kind?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["TaxDocumentsPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_tax_documents: {
        parameters: {
            query?: {
                sort?: "date" | "-date" | "amount" | "-amount";
                q?: string;
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                /** @description Line */
                line?: string;
                /** @description Kind */
                kind?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_tax_return: {
        parameters: {
            query?: {
                sort?: "position" | "-position";
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["TaxReturnPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_tax_return: {
        parameters: {
            query?: {
                sort?: "position" | "-position";
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_trial_balance: {
        parameters: {
            query?: {
                sort?: "account" | "-account";
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["TrialBalancePage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_trial_balance: {
        parameters: {
            query?: {
                sort?: "account" | "-account";
                /** @description From */
                from?: string;
                /** @description To */
                to?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_roles: {
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
                    "application/json": components["schemas"]["RoleList"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                q?: string;
                kinds?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["SearchOut"];
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
        };
    };
    identity_session: {
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
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    identity_log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    identity_log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    identity_change_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: {
                everybody?: boolean;
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
                    "application/json": components["schemas"]["SessionList"];
                };
            };
        };
    };
    list_settings: {
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
                    "application/json": components["schemas"]["SettingOut"][];
                };
            };
        };
    };
    list_subscriptions: {
        parameters: {
            query?: {
                sort?: "item" | "-item" | "customer_name" | "-customer_name" | "price" | "-price" | "monthly" | "-monthly" | "charged_until" | "-charged_until" | "planned_on" | "-planned_on" | "started_on" | "-started_on" | "suspended_on" | "-suspended_on" | "paused_until" | "-paused_until" | "cancelled_on" | "-cancelled_on" | "committed_until" | "-committed_until";
                q?: string;
                view?: "live" | "pending" | "paused" | "suspended" | "planned" | "cancelled" | "all";
                /** @description State */
                state?: string;
                /** @description Customer */
                customer?: string;
                /** @description Item */
                sku?: string;
                /** @description Kind */
                service_kind?: string;
                /** @description Cycle */
                interval_months?: string;
                /** @description Agreed price */
                special?: boolean;
                /** @description City */
                city?: string;
                /** @description With a change to come */
                planned?: boolean;
                /** @description To bill from, from */
                charged_until_from?: string;
                /** @description To bill from, until */
                charged_until_to?: string;
                /** @description Start, from */
                started_on_from?: string;
                /** @description Start, until */
                started_on_to?: string;
                /** @description Committed until, from */
                committed_until_from?: string;
                /** @description Committed until, until */
                committed_until_to?: string;
                /** @description Cancelled, from */
                cancelled_on_from?: string;
                /** @description Cancelled, until */
                cancelled_on_to?: string;
                /** @description Per month, at least */
                monthly_min?: string;
                /** @description Per month, at most */
                monthly_max?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["SubscriptionsPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_subscriptions: {
        parameters: {
            query?: {
                sort?: "item" | "-item" | "customer_name" | "-customer_name" | "price" | "-price" | "monthly" | "-monthly" | "charged_until" | "-charged_until" | "planned_on" | "-planned_on" | "started_on" | "-started_on" | "suspended_on" | "-suspended_on" | "paused_until" | "-paused_until" | "cancelled_on" | "-cancelled_on" | "committed_until" | "-committed_until";
                q?: string;
                view?: "live" | "pending" | "paused" | "suspended" | "planned" | "cancelled" | "all";
                /** @description State */
                state?: string;
                /** @description Customer */
                customer?: string;
                /** @description Item */
                sku?: string;
                /** @description Kind */
                service_kind?: string;
                /** @description Cycle */
                interval_months?: string;
                /** @description Agreed price */
                special?: boolean;
                /** @description City */
                city?: string;
                /** @description With a change to come */
                planned?: boolean;
                /** @description To bill from, from */
                charged_until_from?: string;
                /** @description To bill from, until */
                charged_until_to?: string;
                /** @description Start, from */
                started_on_from?: string;
                /** @description Start, until */
                started_on_to?: string;
                /** @description Committed until, from */
                committed_until_from?: string;
                /** @description Committed until, until */
                committed_until_to?: string;
                /** @description Cancelled, from */
                cancelled_on_from?: string;
                /** @description Cancelled, until */
                cancelled_on_to?: string;
                /** @description Per month, at least */
                monthly_min?: string;
                /** @description Per month, at most */
                monthly_max?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    read_subscription: {
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
                    "application/json": components["schemas"]["SubscriptionPageOut"];
                };
            };
        };
    };
    read_subscription_timeline: {
        parameters: {
            query?: {
                kind?: string;
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
        };
    };
    list_suspensions: {
        parameters: {
            query?: {
                sort?: "customer_name" | "-customer_name" | "starts_on" | "-starts_on" | "ends_on" | "-ends_on";
                q?: string;
                view?: "running" | "all";
                /** @description Customer */
                customer?: string;
                /** @description Running */
                running?: boolean;
                /** @description On the customer’s wish */
                voluntary?: boolean;
                /** @description From, from */
                starts_on_from?: string;
                /** @description From, until */
                starts_on_to?: string;
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["SuspensionsPage"];
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    export_suspensions: {
        parameters: {
            query?: {
                sort?: "customer_name" | "-customer_name" | "starts_on" | "-starts_on" | "ends_on" | "-ends_on";
                q?: string;
                view?: "running" | "all";
                /** @description Customer */
                customer?: string;
                /** @description Running */
                running?: boolean;
                /** @description On the customer’s wish */
                voluntary?: boolean;
                /** @description From, from */
                starts_on_from?: string;
                /** @description From, until */
                starts_on_to?: string;
                format?: "csv" | "xlsx";
                /** @description names separated by commas */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusalBody"];
                };
            };
        };
    };
    list_switches: {
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
                    "application/json": components["schemas"]["SwitchList"];
                };
            };
        };
    };
    list_tokens: {
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
                    "application/json": components["schemas"]["TokenList"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: {
                text?: string;
                role?: string;
                active?: boolean | null;
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
                    "application/json": components["schemas"]["UserList"];
                };
            };
        };
    };
}
