extension ArabicMessages {
  /// Of what a command cannot do, and of what helps.
  static let commands: [String: String] = [
    "{1}: the limit on memory (ulimit -v) leaves less than {2} to work with":
      "{1}: حد الذاكرة (`ulimit -v`) يترك للعمل أقل من {2}",
    "; the workloads are {1}": "؛ أحمال العمل هي {1}",
    "{1} is neither a built-in workload nor a file{2}": "{1} ليس حمل عمل مدمجًا ولا ملفًا{2}",
    "the built-in scenario cannot be read: {1}": "تعذرت قراءة السيناريو المدمج: {1}",
    "the self-check could not be done: {1}": "تعذر الفحص الذاتي: {1}",
    "the check {1} could not be made: {2}": "تعذر الفحص {1}: {2}",
    "export: --columns names {1} twice": "`export`: ورد العمود {1} مرتين في `--columns`",
    "; its columns are {1}": "؛ أعمدته {1}",
    "export: {1} has no column {2}{3}": "`export`: ليس في {1} العمود {2}{3}",
    "export: there are {1} tables, and one at most can be printed":
      "`export`: عدد الجداول {1}، ولا يُطبع إلا واحد",
    "Choose one with --table NAME, or a directory for all with --out DIR; the tables are {1}.":
      "اختر واحدًا بالخيار `--table NAME`، أو مجلدًا لها كلها بالخيار `--out DIR`؛ الجداول هي {1}.",
    "{1} holds no tables": "لا جداول في {1}",
    "; its tables are {1}": "؛ جداوله {1}",
    "{1} holds no table {2}{3}": "ليس في {1} الجدول {2}{3}",
    "--tabled-by: there is no mediator {1}": "`--tabled-by`: لا يوجد وسيط {1}",
    "no mediator sits with a party whose consent is needed, from round {1} to the end of the window":
      "لا يجلس أي وسيط مع طرف تلزم موافقته، من الجولة {1} إلى نهاية المدة",
    "{1} does not sit with a party whose consent is needed, from round {2} to the end of the window":
      "لا يجلس {1} مع طرف تلزم موافقته، من الجولة {2} إلى نهاية المدة",
    "Take fewer --draws, or another scenario with fewer issues or options on its agenda.":
      "خذ بالخيار `--draws` عددًا أقل، أو سيناريو آخر على جدول أعماله قضايا أو خيارات أقل.",
    "the tables cannot be made: {1}": "تعذر إعداد الجداول: {1}",
    "the manifest does not have the text of the history": "ليس في بيان النتيجة نص السجل",
    "{1} has {2}; fewer than {3} say nothing": "في {1}: {2}؛ وما دون {3} لا يقول شيئًا",
    "This makes it:\n  {1}": "هذا الأمر يصنعها:\n  {1}",
    "the manifest does not say which runs were taken": "لا يقول بيان النتيجة أي العمليات أُخذت",
    "no number that somebody or nature could move has a range, and no forum can be arranged otherwise":
      "لا رقم له مدى في يد أحد أو في يد الظروف، ولا ساحة تفاوض يمكن ترتيبها على نحو آخر",
    "Name one with --lever PATH=LO..HI, or give numbers of the scenario a distribution.":
      "اذكر واحدًا بالخيار `--lever PATH=LO..HI`، أو اجعل لأرقام السيناريو توزيعًا.",
    "What would help: {1}.": "ما ينفع: {1}.",
    "{1} is there already": "{1} موجود من قبل",
    "Choose a directory with --out DIR, or a file with > FILE.":
      "اختر مجلدًا بالخيار `--out DIR`، أو ملفًا بكتابة `> FILE`.",
    "export: arrow is no text, which a terminal could show":
      "`export`: ليس `arrow` نصًا يمكن أن تعرضه الشاشة",
    "Choose another name with --out.": "اختر اسمًا آخر بالخيار `--out`.",
    "plot: {1} is no table": "`plot`: {1} ليس جدولًا",
    "Name a table in the directory of a result: results/NAME/endings.csv.":
      "اذكر جدولًا في مجلد نتيجة: `results/NAME/endings.csv`.",
    "the result in {1} has no table {2} that could be drawn": "ليس في النتيجة التي في {1} جدول {2} يمكن رسمه",
    "there is no picture of the table {1}": "لا شكل للجدول {1}",
    "No table of this result has a picture.": "لا شكل لأي جدول من هذه النتيجة.",
    "Of this result can be drawn: {1}.": "يمكن أن يُرسم من هذه النتيجة: {1}.",
    "Choose another file with --out FILE, or replace it with --force.":
      "اختر ملفًا آخر بالخيار `--out FILE`، أو استبدله بالخيار `--force`.",
    "Choose another directory with --out DIR, or replace what is there with --force.":
      "اختر مجلدًا آخر بالخيار `--out DIR`، أو استبدل ما فيه بالخيار `--force`.",
    "They may be somebody's work, so that --force does not help. Choose another directory with --out DIR.":
      "قد تكون عمل أحد، فلا ينفع `--force`. اختر مجلدًا آخر بالخيار `--out DIR`.",
    "Choose another directory with --out DIR.": "اختر مجلدًا آخر بالخيار `--out DIR`.",
    "It is complete in {1}/.detente; the next command that opens {2} puts it in its place.":
      "هي كاملة في `{1}/.detente`؛ ويضعها في مكانها أول أمر يفتح {2}.",
    "What was done before is kept. To go on once this is mended:\n  {1}":
      "ما أُنجز قبل ذلك محفوظ. للاستئناف بعد إصلاح هذا:\n  {1}",
    "score takes results of detente run.": "يأخذ `score` نتائج `detente run`.",
    "the manifest does not have the forecasts that were scored": "ليس في بيان النتيجة التوقعات التي قُيّمت",
    "; there are {1}": "؛ يوجد {1}",
    "--output {1}: there is no such result{2}": "`--output {1}`: لا توجد نتيجة بهذا الاسم{2}",
    "--output median_round: a median over runs is no mean of single runs; ask for round, or for --method morris":
      "`--output median_round`: الوسيط على العمليات ليس متوسطًا لعمليات مفردة؛ اطلب `round`، أو `--method morris`",
    "no number of the scenario is uncertain: there is nothing to vary":
      "لا رقم غير مؤكد في السيناريو: لا شيء يتغير",
    "no number of the scenario is uncertain: there is nothing to tell":
      "لا رقم غير مؤكد في السيناريو: لا شيء يُعرض",
    "no uncertain number's path begins with {1}": "لا رقم غير مؤكد يبدأ مساره بـ {1}",
    "--output {1}: single runs do not have it": "`--output {1}`: ليس للعمليات المفردة",
    "{1}/{2} does not say what its shards have done: it was changed":
      "لا يقول `{1}/{2}` ما أنجزته أجزاؤه: تغيّر",
    "Once more: --array={1}": "مرة أخرى: `--array={1}`",
    "{1} holds the whole result of this already: nothing is left to do.":
      "في {1} النتيجة الكاملة لهذا من قبل: لم يبقَ ما يُعمل.",
    "{1} holds a whole result of {2}: nothing is left to join.":
      "في {1} نتيجة كاملة للأمر `{2}`: لم يبقَ ما يُضم.",
    "{1} holds no shards, but a whole result of {2}": "لا أجزاء في {1}، بل نتيجة كاملة للأمر `{2}`",
    "{1} holds no shards: there is neither {2} nor {3} in it": "لا أجزاء في {1}: لا يوجد فيه {2} ولا {3}",
    "{1} holds no study that was stopped": "لا دراسة متوقفة في {1}",
    "Leave --resume out to begin one.": "اترك `--resume` لتبدأ واحدة.",
    "{1} holds a study that was stopped": "في {1} دراسة متوقفة",
    "Go on with it by --resume, or replace it with --force.":
      "استأنفها بالخيار `--resume`، أو استبدلها بالخيار `--force`.",
    "{1} holds a study of another scenario, seed or options":
      "في {1} دراسة لسيناريو آخر أو ببذرة أخرى أو بخيارات أخرى",
    "{1} holds a study that {2} has begun; the results of this program, {3}, may be others":
      "في {1} دراسة بدأها {2}؛ وقد تختلف نتائج هذا البرنامج، {3}",
    "sweep: --slurm {1}, but there is a single point, which one task does alone":
      "`sweep`: كُتب `--slurm {1}`، والنقطة واحدة تكفيها مهمة واحدة",
    "\"detente run --slurm {1}\" divides the runs of one scenario.":
      "يقسم `detente run --slurm {1}` عمليات سيناريو واحد.",
    "sweep: this sweep is dealt into {1} shards, and --shard does not say which is meant":
      "`sweep`: هذا المسح مقسم إلى أجزاء عددها {1}، ولا يقول `--shard` أيها المقصود",
    "Do --shard 1 to --shard {1}, anywhere, then \"detente merge\".":
      "نفّذ من `--shard 1` إلى `--shard {1}`، في أي مكان، ثم `detente merge`.",
    "sweep: --shard {1}, but this sweep is dealt into {2} shards":
      "`sweep`: كُتب `--shard {1}`، وهذا المسح مقسم إلى أجزاء عددها {2}",
    "no point of the trial could be simulated": "تعذرت محاكاة أي نقطة من نقاط التجربة",
    "{1}: point {2} failed: {3}": "{1}: فشلت النقطة {2}: {3}",
    "detente: {1}: point {2} failed: {3}": "`detente`: {1}: فشلت النقطة {2}: {3}",
    "sweep: neither the command line nor {1} names a scenario": "`sweep`: لا يذكر سطر الأمر ولا {1} سيناريو",
    "Try \"detente sweep --help\".": "جرّب `detente sweep --help`.",
    "sweep: {1}": "`sweep`: {1}",
    "none of the runs {1} to {2} of seed {3} ends as {4}":
      "لا تنتهي أي من العمليات من {1} إلى {2} بالبذرة {3} على هذا النحو: {4}",
    "Look further with --run {1}, or from another --seed.":
      "تابع البحث بالخيار `--run {1}`، أو ببذرة أخرى بالخيار `--seed`.",
    "Try another --seed.": "جرّب بذرة أخرى بالخيار `--seed`.",
    "It holds a sweep that is not finished: go on with \"detente sweep --resume\", or \"detente merge\" its shards.":
      "فيه مسح لم يكتمل: استأنفه بالأمر `detente sweep --resume`، أو اجمع أجزاءه بالأمر `detente merge`.",
    "cannot write to standard output: {1}": "تعذرت الكتابة إلى الخرج القياسي: {1}",
    "a thread takes about {1} of memory{2}, and {3} may be used, {4}":
      "يأخذ الخيط الواحد من الذاكرة نحو {1}{2}، والمسموح {3}، {4}",
    ", {1} threads {2}": "، والخيوط وعددها {1} تأخذ {2}",
    "three quarters of this machine's memory": "ثلاثة أرباع ذاكرة هذا الجهاز",
    "three quarters of what its control group allows": "ثلاثة أرباع ما تسمح به مجموعة التحكم",
    "set by --memory": "بحسب الخيار `--memory`",
    "by --memory": "بحسب الخيار `--memory`",
    "fewer --threads, or more --memory": "خيوط أقل بالخيار `--threads`، أو ذاكرة أكثر بالخيار `--memory`",
    "more --memory": "ذاكرة أكثر بالخيار `--memory`",
    "{1}; what is dear: {2}": "{1}؛ والمكلف: {2}",
    "About {1} runs would do: take more --runs, give observations a reliability below 1, or accept fewer with --least N.":
      "يكفي نحو {1} من العمليات: زد `--runs`، أو اجعل موثوقية المشاهدات دون 1، أو اقبل بأقل بالخيار `--least N`.",
    "Take more --runs, or give the observation a reliability below 1, a wider \"within\" or a smaller \"alike\".":
      "زد `--runs`، أو اجعل موثوقية المشاهدة دون 1، أو وسّع `\"within\"`، أو صغّر `\"alike\"`.",
  ]
}
