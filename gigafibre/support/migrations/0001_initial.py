import django.db.models.deletion
import gigafibre.kernel.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("crm", "0003_parents"),
        ("identity", "0005_departments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=16, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("installation", "installation"),
                            ("repair", "repair"),
                            ("billing", "billing"),
                            ("move", "move"),
                            ("cancellation", "cancellation"),
                            ("other", "other"),
                        ],
                        max_length=16,
                    ),
                ),
                ("subject", models.CharField(max_length=160)),
                ("details", models.TextField(blank=True)),
                (
                    "priority",
                    models.CharField(
                        choices=[("low", "low"), ("normal", "normal"), ("high", "high"), ("urgent", "urgent")],
                        default="normal",
                        max_length=8,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("in_progress", "in_progress"),
                            ("waiting", "waiting"),
                            ("resolved", "resolved"),
                            ("closed", "closed"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("awaited", models.CharField(blank=True, max_length=12)),
                ("contract", models.CharField(blank=True, max_length=32)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("phone", "phone"),
                            ("counter", "counter"),
                            ("email", "email"),
                            ("portal", "portal"),
                            ("field", "field"),
                            ("monitor", "monitor"),
                            ("contract", "contract"),
                        ],
                        default="phone",
                        max_length=12,
                    ),
                ),
                ("opened_on", models.DateField(default=gigafibre.kernel.clock.today)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("resolved_at", models.DateTimeField(null=True)),
                ("resolution", models.TextField(blank=True)),
                (
                    "assignee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "department",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.department",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.location"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IssueComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(choices=[("internal", "internal"), ("customer", "customer")], max_length=8),
                ),
                ("text", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="support.issue"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IssueStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("status", models.CharField(max_length=12)),
                ("awaited", models.CharField(blank=True, max_length=12)),
                ("words", models.TextField(blank=True)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="support.issue"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(fields=["status", "-created_at", "-id"], name="support_iss_status_f7438f_idx"),
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(fields=["customer", "-created_at"], name="support_iss_custome_cb7892_idx"),
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(fields=["assignee", "status"], name="support_iss_assigne_2dd9a9_idx"),
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(fields=["department", "status"], name="support_iss_departm_5ddfd1_idx"),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__regex", "^ISS-[0-9]+$")), name="issue_number_form"
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ("installation", "repair", "billing", "move", "cancellation", "other"))
                ),
                name="issue_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ("open", "in_progress", "waiting", "resolved", "closed"))),
                name="issue_status_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(("priority__in", ("low", "normal", "high", "urgent"))), name="issue_priority_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("source__in", ("phone", "counter", "email", "portal", "field", "monitor", "contract"))
                ),
                name="issue_source_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject", ""), _negated=True), name="issue_has_a_subject"
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("awaited__in", ("customer", "supplier", "field", "other")), ("status", "waiting")),
                    models.Q(models.Q(("status", "waiting"), _negated=True), ("awaited", "")),
                    _connector="OR",
                ),
                name="issue_waits_for_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("resolved_at__isnull", False),
                        ("status__in", ("resolved", "closed")),
                        models.Q(("resolution", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status__in", ("resolved", "closed")), _negated=True),
                        ("resolution", ""),
                        ("resolved_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="issue_resolved_with_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.UniqueConstraint(
                condition=models.Q(("contract", ""), _negated=True),
                fields=("contract", "kind"),
                name="one_issue_per_contract",
            ),
        ),
        migrations.AddIndex(
            model_name="issuecomment",
            index=models.Index(fields=["issue", "id"], name="support_iss_issue_i_2c0638_idx"),
        ),
        migrations.AddConstraint(
            model_name="issuecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__in", ("internal", "customer"))), name="comment_audience_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="issuecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="comment_has_words"
            ),
        ),
        migrations.AddIndex(
            model_name="issuestep",
            index=models.Index(fields=["issue", "id"], name="support_iss_issue_i_a52c24_idx"),
        ),
        migrations.AddConstraint(
            model_name="issuestep",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ("open", "in_progress", "waiting", "resolved", "closed"))),
                name="issue_step_known",
            ),
        ),
    ]
