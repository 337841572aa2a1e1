extension ArabicMessages {
  /// Of the command line.
  static let arguments: [String: String] = [
    "detente: {1}": "`detente`: {1}",
    "Try \"detente --help\".": "جرّب `detente --help`.",
    "Try \"detente {1} --help\".": "جرّب `detente {1} --help`.",
    "{1} takes no value, but was given {2}": "لا قيمة للخيار {1}، وقد أُعطي {2}",
    "{1} needs a value: {2}": "يلزم الخيار {1} قيمة: {2}",
    "{1} needs a value before {2}; a value that begins with a dash is written {3}":
      "يلزم الخيار {1} قيمة قبل {2}؛ والقيمة التي تبدأ بشرطة تُكتب {3}",
    "{1} was given twice": "ورد {1} مرتين",
    "unknown option {1}{2}": "خيار غير معروف {1}{2}",
    "nothing but options is expected, not {1}": "لا يُتوقع إلا خيارات، والموجود {1}",
    "{1} is missing": "ينقص {1}",
    "only one {1} is expected, and {2} is one more": "لا يُتوقع إلا {1} واحد، و{2} زائد",
    "{1} takes {2}, not {3}{4}": "قيمة الخيار {1}: المطلوب {2}، والموجود {3}{4}",
    "; {1}": "؛ {1}",
    "the name of a directory, or - for the standard output": "اسم مجلد، أو `-` للخرج القياسي",
    "the name of a directory": "اسم مجلد",
    "a directory of that name is ./-": "المجلد الذي بهذا الاسم يُكتب `./-`",
    "a whole number from {1} to {2}": "عدد صحيح من {1} إلى {2}",
    "a number of seconds from 0.1 to 3,600": "عدد من الثواني من 0.1 إلى 3,600",
    "the name of a scenario file": "اسم ملف سيناريو",
    "the name of a check": "اسم فحص",
    "the name of a table": "اسم جدول",
    "the name of a file": "اسم ملف",
    "the name of a model": "اسم نموذج",
    "the name of a mediator": "اسم وسيط",
    "the name of a result": "اسم نتيجة",
    "the name of an outcome file": "اسم ملف نتيجة",
    "the name of a sweep file": "اسم ملف مسح",
    "the name of a column, with :desc after it for falling values":
      "اسم عمود، وبعده `:desc` للترتيب التنازلي",
    "names of columns with commas between them": "أسماء أعمدة بينها فواصل",
    "names of scenario files with commas between them": "أسماء ملفات سيناريو بينها فواصل",
    "the directory of a result": "مجلد نتيجة",
    "the beginning of a path": "أول مسار",
    "a path, an equals sign and a value": "مسار ثم علامة يساوي ثم قيمة",
    "a number above 0, at most 1": "رقم أكبر من 0 ولا يزيد على 1",
    "a share between 0 and 1": "نسبة بين 0 و1",
    "a number from 0.00001 to 0.49999": "رقم من 0.00001 إلى 0.49999",
    "a number from 0 to 1, or such a number for an event: collapsed=0.1":
      "رقم من 0 إلى 1، أو رقم كهذا لحدث: `collapsed=0.1`",
    "an amount of memory such as 800MB or 4GB": "مقدار من الذاكرة مثل `800MB` أو `4GB`",
    "a time such as 90s, 55m or 1h30m": "مدة مثل `90s` أو `55m` أو `1h30m`",
    "a shard of how many, such as 3/16": "جزء من كم، مثل `3/16`",
    "there are only {1}": "لا يوجد إلا {1}",
    "PATH, PATH=LO..HI or a beginning of paths with a dot":
      "`PATH` أو `PATH=LO..HI` أو أول مسارات تنتهي بنقطة",
    "{1}=LO..HI takes two numbers, the lower first": "يُكتب `{1}=LO..HI` برقمين، أصغرهما أولًا",
    "PATH=LO..HI:N, PATH=A,B,C or PATH=LO..HI": "`PATH=LO..HI:N` أو `PATH=A,B,C` أو `PATH=LO..HI`",
    "lhs:N or sobol:N": "`lhs:N` أو `sobol:N`",
    "events are {1}": "الأحداث هي {1}",
    "--seconds and --runs exclude each other": "لا يجتمع `--seconds` و`--runs`",
    "--runs is for --inert": "لا يُستعمل `--runs` إلا مع `--inert`",
    "there is nothing to compare: name a second scenario, or what differs with --set PATH=VALUE":
      "لا شيء للمقارنة: اذكر سيناريو ثانيًا، أو ما يختلف بالخيار `--set PATH=VALUE`",
    "{1} is not in this version; its commands are {2}": "{1} ليس في هذا الإصدار؛ وأوامره {2}",
    "; the commands are {1}": "؛ الأوامر هي {1}",
    "unknown command {1}{2}": "أمر غير معروف {1}{2}",
    "SCENARIO is missing": "ينقص `SCENARIO`",
    "SCENARIO is missing; or take a result with --from RESULT":
      "ينقص `SCENARIO`؛ أو خذ نتيجة بالخيار `--from RESULT`",
    "; detente evidence prints the names of all": "؛ ويطبع `detente evidence` أسماءها كلها",
    "there is no check {1}{2}": "لا يوجد فحص {1}{2}",
    "--precision stops by what all runs so far show, and a shard knows only its own: name a number of runs":
      "يتوقف `--precision` بحسب ما تُظهره كل العمليات حتى الآن، والجزء لا يعرف إلا عملياته: اذكر عدد العمليات",
    "--resume has only sums to go on with, no single runs: --keep-runs and --keep-draws go on in shards, such as --shard 1/1":
      "ليس لدى `--resume` إلا مجاميع يستأنف بها، لا عمليات مفردة: يُستأنف `--keep-runs` و`--keep-draws` في أجزاء، مثل `--shard 1/1`",
    "--from takes the runs as they are: {1} has no part in it":
      "يأخذ `--from` العمليات كما هي: لا شأن فيه للخيار {1}",
    "--from takes the scenario of the result: {1} has no part in it":
      "يأخذ `--from` سيناريو النتيجة: لا شأن فيه لـ {1}",
    "--slurm and --shard exclude each other": "لا يجتمع `--slurm` و`--shard`",
    "--shard {1} says not of how many: --shard {2}/N": "لا يقول `--shard {1}` من كم: `--shard {2}/N`",
    "--force with --shard would remove what other shards have done; choose another directory with --out DIR, or remove this one before the first shard begins":
      "يمحو `--force` مع `--shard` ما أنجزته أجزاء أخرى؛ اختر مجلدًا آخر بالخيار `--out DIR`، أو احذف هذا المجلد قبل أن يبدأ أول جزء",
    "--resume goes on with what is there; --slurm begins something new":
      "يستأنف `--resume` ما هو موجود، ويبدأ `--slurm` شيئًا جديدًا",
    "--resume goes on with what is there; --slurm and --force begin something new":
      "يستأنف `--resume` ما هو موجود، ويبدأ `--slurm` و`--force` شيئًا جديدًا",
    "--resume and --out exclude each other": "لا يجتمع `--resume` و`--out`",
    "given needs --history FILE, which says what has been observed":
      "يلزم الأمر `given` الخيار `--history FILE`، وفيه ما شوهد",
    "there is no command {1} that leaves a result": "لا يوجد أمر {1} يترك نتيجة",
    "{1} is fixed by {2}/{3}, which --resume goes on with":
      "{1} محدد في `{2}/{3}`، وهو ما يستأنفه `--resume`",
    "--scenario stands in place of SCENARIO; all variants belong in it":
      "يحل `--scenario` محل `SCENARIO`؛ ومكان كل البدائل فيه",
    "--scenario takes names of files with commas between them, and one is missing":
      "في `--scenario` أسماء ملفات بينها فواصل، وينقص أحدها",
    "nothing to vary: --vary PATH=LO..HI:N or --vary PATH=A,B,C is missing":
      "لا شيء يتغير: ينقص `--vary PATH=LO..HI:N` أو `--vary PATH=A,B,C`",
    "--format is of the page of a COMMAND": "لا يُستعمل `--format` إلا مع صفحة أمر `COMMAND`",
    "only one COMMAND is expected, and {1} is one more": "لا يُتوقع إلا أمر `COMMAND` واحد، و{1} زائد",
    "--out needs a TEMPLATE to write": "يلزم مع `--out` قالب `TEMPLATE` يُكتب",
    "; the templates are {1}": "؛ القوالب هي {1}",
    "unknown template {1}{2}": "قالب غير معروف {1}{2}",
    "there is no word {1} in it": "ليس فيه الكلمة {1}",
    "either --outcome or --cases, not both": "إما `--outcome` وإما `--cases`، لا كلاهما",
    "{1}, but {2}: give --outcome FILE for each result, or --cases DIR":
      "{1}، و{2}: أعطِ لكل نتيجة `--outcome FILE`، أو أعطِ `--cases DIR`",
    "{1} result": "النتائج: {1}",
    "{1} results": "النتائج: {1}",
    "{1} outcome file": "ملفات النتائج الفعلية: {1}",
    "{1} outcome files": "ملفات النتائج الفعلية: {1}",
    "--baseline base_rate needs --base-rate": "يلزم مع `--baseline base_rate` الخيار `--base-rate`",
    "--baseline leave_one_out needs several results": "تلزم مع `--baseline leave_one_out` عدة نتائج",
    "--base-rate: the rates of the endings make more than 1": "`--base-rate`: مجموع نسب النهايات أكثر من 1",
    "of several directories none is the obvious place for the result: --out DIR is missing":
      "من عدة مجلدات لا يتضح مكان النتيجة: ينقص `--out DIR`",
    "either SHELL or --paths, not both": "إما `SHELL` وإما `--paths`، لا كلاهما",
    "SHELL is missing": "ينقص `SHELL`",
    "SHELL is {1}, not {2}": "`SHELL`: المطلوب {1}، والموجود {2}",
    "there is no table {1}{2}": "لا يوجد جدول {1}{2}",
    "; the tables are {1}": "؛ الجداول هي {1}",
    "--lever {1}: no number with a range has a path that begins so":
      "`--lever {1}`: لا رقم له مدى يبدأ مساره هكذا",
    "--lever {1}: the scenario has no such number{2}": "`--lever {1}`: لا رقم كهذا في السيناريو{2}",
    "--lever {1}: the number is from {2} to {3}": "`--lever {1}`: الرقم من {2} إلى {3}",
    "--lever {1}: the number is certain; give it a range with {2}=LO..HI":
      "`--lever {1}`: الرقم مؤكد؛ اجعل له مدى بكتابة `{2}=LO..HI`",
    "there is no \"=\" between path and values": "لا علامة `\"=\"` بين المسار والقيم",
    "the path before \"=\" is missing": "ينقص المسار قبل `\"=\"`",
    "the values after \"=\" are missing": "تنقص القيم بعد `\"=\"`",
    "after {1} a value between two commas, or at the end, is missing":
      "تنقص بعد {1} قيمة بين فاصلتين أو في الآخر",
    "how many values is missing, as in {1}..{2}:5": "ينقص عدد القيم، كما في `{1}..{2}:5`",
    "{1} is not a number of values": "{1} ليس عدد قيم",
    "an interval needs at least 2 values, not {1}": "يلزم في المجال قيمتان على الأقل، والموجود {1}",
    "{1} values are more than {2}": "عدد القيم {1} أكثر من {2}",
    "{1} is not below {2}": "{1} ليس أصغر من {2}",
    "the ends of an interval must be finite": "يجب أن يكون طرفا المجال محدودين",
    "nothing is varied": "لا شيء يتغير",
    "{1} is varied twice": "يتغير {1} مرتين",
    "the design has more than {1} points": "نقاط التصميم أكثر من {1}",
    "{1} has {2} values and {3} has {4}, where both are to be taken in step":
      "عدد قيم {1} هو {2}، وعدد قيم {3} هو {4}، والمطلوب أن يتحركا معًا",
    "{1} has no range to sample, such as parties.hamas.willingness=0.2..0.9":
      "ليس في {1} مدى تُسحب منه عينة، مثل `parties.hamas.willingness=0.2..0.9`",
    "{1} says not how many values: {2}:5, or sampled by --design lhs:200 or sobol:256":
      "لا يقول {1} كم قيمة: `{2}:5`، أو عينة بالخيار `--design lhs:200` أو `sobol:256`",
    "{1} varied numbers, where 1 to {2} are possible": "عدد الأرقام المتغيرة {1}، والممكن من 1 إلى {2}",
    "a design needs at least 1 point, not {1}": "يلزم في التصميم نقطة على الأقل، والموجود {1}",
    "{1} points are more than {2}": "عدد النقاط {1} أكثر من {2}",
    "{1} points after {2} skipped ones are more than the {3} of the sequence":
      "عدد النقاط {1} بعد تخطي {2} أكثر مما في المتتالية، وهو {3}",
    "the number of levels must be even, from 2 to 1000, not {1}":
      "عدد المستويات زوجي من 2 إلى 1000، والموجود {1}",
  ]
}
