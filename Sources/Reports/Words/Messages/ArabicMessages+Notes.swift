extension ArabicMessages {
  /// Of what a command says beside its result.
  static let notes: [String: String] = [
    "Measuring {1} …": "يجري قياس {1} …",
    "Checking {1} …": "يجري فحص {1} …",
    "Stopped; what --inert had seen is not kept.": "توقف؛ وما شاهده `--inert` غير محفوظ.",
    "warning: {1}": "تنبيه: {1}",
    "Wrote {1} to {2}.": "كُتب {1} في {2}.",
    "Wrote {1}.": "كُتب {1}.",
    "{1} in {2}.": "{1} في {2}.",
    "{1} in this directory.": "{1} في هذا المجلد.",
    "Tables, report and manifest are": "الجداول والتقرير وبيان النتيجة",
    "Tables, pictures, report and manifest are": "الجداول والأشكال والتقرير وبيان النتيجة",
    "Tables, page and manifest are": "الجداول والصفحة وبيان النتيجة",
    "Stopped; what is done is kept": "توقف؛ وما أُنجز محفوظ",
    "{1} Go on with\n  {2}": "{1} للاستئناف:\n  {2}",
    "Stopped; nothing was written.": "توقف؛ ولم يُكتب شيء.",
    "{1}: begun from {2}. Change it, then:": "{1}: بداية من القالب {2}. عدّله، ثم:",
    "next: {1}  # {2}": "التالي: {1}  # {2}",
    "whether it is whole and right": "هل النتيجة كاملة وصحيحة",
    "how the talks may end": "كيف قد تنتهي المحادثات",
    "what would change it": "ما الذي يغيّرها",
    "the endings, for a paper": "النهايات، لورقة",
    "the table, for a paper": "الجدول، لورقة",
    "what would break the deadlock": "ما الذي يكسر الجمود",
    "the texts that all could accept most often": "النصوص التي يقبلها الجميع في أكثر الأحوال",
    "the texts, for a paper": "النصوص، لورقة",
    "the forecast, for a paper": "التوقع، لورقة",
    "the differences, for a paper": "الفروق، لورقة",
    "the scores, for a paper": "الدرجات، لورقة",
    "the next run": "العملية التالية",
    "detente: no page was made: {1}": "`detente`: لم تُصنع صفحة: {1}",
    "All {1} runs are simulated again, about {2}; {3}":
      "تُعاد محاكاة كل العمليات، وعددها {1}، في نحو {2}؛ {3}",
    "--rows K looks at K of them, --rows 0 at none.":
      "ينظر `--rows K` في `K` منها، و`--rows 0` لا ينظر في شيء.",
    "--rows 0 at none.": "ومع `--rows 0` لا شيء منها.",
    "Stopped after {1} of {2} runs": "توقف بعد {1} من العمليات، وعددها {2}",
    "Stopped before the first run was done; nothing was written": "توقف قبل أن تتم أول عملية؛ ولم يُكتب شيء",
    "{1}. To go on:\n  {2}": "{1}. للاستئناف:\n  {2}",
    "{1}. To do all of them:\n  {2}": "{1}. لتنفيذها كلها:\n  {2}",
    "Many sites allow no more than {1} tasks (MaxArraySize in scontrol show config).":
      "لا تسمح مواقع كثيرة بأكثر من {1} مهمة (`MaxArraySize` في `scontrol show config`).",
    "A job array of {1} tasks for {2} is in {3}. To submit it:\n  {4}":
      "مصفوفة مهام عددها {1}، لـ {2}، في {3}. لإرسالها:\n  {4}",
    "the parts of {1}": "أجزاء {1}",
    "{1} points": "النقاط: {1}",
    "{1}: {2}; what was in it is done again.": "{1}: {2}؛ ويُعاد عمل ما كان فيه.",
    "Shard {1} of {2} is done. When all are:\n  {3}": "تم الجزء {1} من {2}. وحين تتم كلها:\n  {3}",
    "Shard {1} of {2} is done, {3} points. When all are:\n  {4}":
      "تم الجزء {1} من {2}، ونقاطه {3}. وحين تتم كلها:\n  {4}",
    "Parts of the study from shards: {1}; done here: {2}.":
      "أجزاء الدراسة المأخوذة من غيرها: {1}؛ والمنجزة هنا: {2}.",
    "Parts of the study done before: {1}.": "أجزاء الدراسة المنجزة من قبل: {1}.",
    "--slurm {1}: there are only {2} points, so that the array has {3} tasks.":
      "`--slurm {1}`: لا يوجد من النقاط إلا {2}، فعدد المهام {3}.",
    "Stopped after {1} of {2} points. To go on:\n  {3}":
      "توقف بعد {1} من النقاط، وعددها {2}. للاستئناف:\n  {3}",
    "Points simulated again, as their records are damaged: {1}.":
      "نقاط أعيدت محاكاتها لأن قيودها تالفة: {1}.",
    "The journal ended in a torn record ({1} bytes), which was dropped.":
      "كان آخر سجل العمل قيدًا مبتورًا (بايت: {1})، فحُذف.",
    "Points done before: {1}.": "النقاط المنجزة من قبل: {1}.",
    "damage at {1} ({2} bytes have changed since they were written); the whole records after it are kept":
      "تلف عند {1} (تغيّر بعد الكتابة من البايتات {2})؛ وحُفظت القيود السليمة بعده",
    "its heading": "الترويسة",
    "record {1}": "القيد {1}",
    "{1}: still looking for {2} …": "{1}: ما زال البحث عن {2} …",
    "{1}: {2}.": "{1}: {2}.",
    "Using {1} of {2} threads: {3} of memory may be used (--memory).":
      "الخيوط المستعملة {1} من {2}: المسموح من الذاكرة {3} (`--memory`).",
    "All {1} checks agree, in {2}.{3}": "كل الفحوص، وعددها {1}، متفقة، في {2}.{3}",
    "All {1} checks agree, in {2}.": "كل الفحوص، وعددها {1}، متفقة، في {2}.",
    "{1} of {2} checks do not agree: {3}": "من الفحوص، وعددها {2}، لا يتفق {1}: {3}",
    "\nPatterns that not every model shows, which is no fault of the program: {1}.":
      "\nأنماط لا يُظهرها كل نموذج، وليس ذلك خطأ في البرنامج: {1}.",
    // Times and amounts.
    "no time": "لا وقت",
    "{1} ms": "{1} ملي ثانية",
    "{1} s": "{1} ثانية",
    "{1} minutes": "{1} دقيقة",
    "{1} hours": "{1} ساعة",
    "{1} days": "{1} يوم",
    "{1} MB": "{1} ميغابايت",
    "{1} GB": "{1} غيغابايت",
    "{1} run": "العمليات: {1}",
    "{1} runs": "العمليات: {1}",
    // Progress.
    "{1} of {2} {3}": "{1} من {2} {3}",
    "{1} left": "بقي {1}",
    "{1}/s": "{1} في الثانية",
    "runs": "عملية",
    "draws": "سحبة",
    "points": "نقطة",
    "rows": "صف",
    "days": "أيام",
    "point {1} of {2}": "النقطة {1} من {2}",
  ]
}
