extension ArabicMessages {
  /// Of what studies print.
  static let studies: [String: String] = [
    // Levers.
    "What would break the deadlock in {1}? As it is, {2} of {3} agree. {4} levers were moved one at a time on the same runs; 95% intervals in brackets. Told are those that help at the level of 0.05 when all that was tried is counted (Holm); ranks such as 2-4 overlap. What somebody can do:":
      "ما الذي يكسر الجمود في {1}؟ كما هي الحال، يتفق {2} ({3}). حُرّكت الروافع، وعددها {4}، واحدة واحدة على العمليات نفسها؛ وبين القوسين فترات 95%. يُذكر منها ما ينفع عند المستوى 0.05 إذا حُسب كل ما جُرّب (`Holm`)؛ والمراتب مثل 2-4 متداخلة. ما يستطيع أحد أن يفعله:",
    "No single act makes agreement more frequent beyond what luck among so many does.":
      "لا يرفع أي فعل وحده نسبة الاتفاق أكثر مما ترفعها المصادفة بين هذا العدد.",
    "One more helps, less than these.": "وينفع فعل آخر أقل من هذه.",
    "{1} more help, each less than these.": "وتنفع أفعال أخرى، عددها {1}، كل منها أقل من هذه.",
    "raises {1} by {2}": "يرفع {1} بمقدار {2}",
    "lowers {1} by {2}": "يخفض {1} بمقدار {2}",
    "does not clearly move {1}": "لا يحرك {1} تحريكًا واضحًا",
    "It {1}.": "{1}.",
    "What would have to be true, which nobody can simply do:": "ما يلزم أن يصح، وليس في يد أحد أن يفعله:",
    "{1}{2} at {3} (of {4} to {5})": "{1}{2} عند {3} (من {4} إلى {5})",
    "{1}{2} sits {3} (it is one of {4})": "{1}{2} تنعقد {3} (وهي الآن واحدة من {4})",
    "in every round": "في كل جولة",
    "in one round of {1}": "في جولة واحدة من {1}",
    "{1} joins {2}": "انضمام {1} إلى {2}",
    "{1} leaves {2}": "خروج {1} من {2}",
    "; agreement becomes the likelier end at {1}": "؛ ويصير الاتفاق النهاية الأرجح عند {1}",
    "; across {1} {2} to {3}": "؛ وعبر النماذج ({1}) {2} إلى {3}",
    "{1}: {2} agree, {3} points ({4} to {5}{6}){7}.":
      "{1}: يتفق {2}، والمكسب بالنقاط المئوية {3} (من {4} إلى {5}{6}){7}.",
    "No conditions set agreements apart from the other runs.": "لا شروط تميز الاتفاقات من باقي العمليات.",
    "{1} is from {2} to {3}": "{1} من {2} إلى {3}",
    "{1} is above {2}": "{1} فوق {2}",
    "{1} is below {2}": "{1} دون {2}",
    "Agreement is most frequent where {1}: {2} of such runs agree, against {3} of all {4} that were looked at; they hold {5} of all agreements. All of these are {6}.":
      "أكثر ما يكون الاتفاق حيث {1}: يتفق {2} من هذه العمليات، مقابل {3} من كل ما نُظر فيه، وعدده {4}؛ وفيها {5} من كل الاتفاقات. وكل هذه {6}.",
    "assumptions": "افتراضات",
    "sourced": "مسندة إلى مصادر",
    "sourced or assumptions": "مسندة إلى مصادر أو افتراضات",
    "Whether a zone of agreement exists before the talks begin is too hard to compute in all of {1} runs.":
      "يصعب حساب هل توجد منطقة اتفاق قبل أن تبدأ المحادثات في كل العمليات، وعددها {1}.",
    "A zone of agreement exists before the talks begin in {1} of runs{2}{3}":
      "توجد منطقة اتفاق قبل أن تبدأ المحادثات في {1} من العمليات{2}{3}",
    ", without {1} of {2} in which the gap is too hard to compute": "، عدا {1} من {2} يصعب فيها حساب الفجوة",
    ": what is missing is not inducements but a way to find it.": ": لا تنقص الحوافز، بل السبيل إلى بلوغها.",
    "{1} for {2}": "{1} في {2}",
    "in {1} of {2} no transfer in utility opens one, because of red lines":
      "في {1} من {2} لا يفتحها أي تحويل في المنفعة، بسبب الخطوط الحمراء",
    "a transfer in utility opens one, of {1} of runs": "يفتحها تحويل في المنفعة قدره {1} من العمليات",
    "{1}; where one does it lacks on average {2}.": "{1}؛ وحيث يفتحها ينقص في المتوسط {2}.",
    "{1}, where it lacks on average {2}.": "{1}، وينقص في المتوسط {2}.",
    "{1}.": "{1}.",
    "The target of {1} is reached without moving anything: {2} of {3} agree.":
      "يُبلغ الهدف، وهو {1}، دون تحريك شيء: يتفق {2} ({3}).",
    "No set of acts brings agreement nearer to the target of {1}.":
      "لا مجموعة أفعال تقرّب الاتفاق من الهدف، وهو {1}.",
    "levers": "روافع",
    "acts": "أفعال",
    "{1} of {2} fresh runs agree": "يتفق {1} من عمليات جديدة، عددها {2}",
    "The smallest set found that reaches {1}: {2}. {3}.": "أصغر مجموعة وُجدت تبلغ {1}: {2}. {3}.",
    "No set of up to {1} {2} reaches {3}; the best found is {4}: {5}.":
      "لا تبلغ {3} أي مجموعة من {2} عددها حتى {1}؛ وأفضل ما وُجد {4}: {5}.",
    "These are answers about the scenario and its assumptions; detente sensitivity ranks the assumptions, detente compare tries a move.":
      "هذه أجوبة عن السيناريو وافتراضاته؛ ويرتب `detente sensitivity` الافتراضات، ويجرب `detente compare` تعديلًا.",
    // What numbers rest on.
    "source: {1}": "المصدر: {1}",
    "assumption: {1}": "افتراض: {1}",
    "assumption": "افتراض",
    "assumption that nobody has marked": "افتراض لم يوسم بذلك",
    "documented default": "قيمة افتراضية موثقة",
    // Sensitivity.
    "What decides the share of {1} of {2}: {3} uncertain numbers, {4} runs.":
      "ما الذي يحسم نسبة {1} في {2}: الأرقام غير المؤكدة {3}، والعمليات {4}.",
    "What decides the {1} of {2}: {3} uncertain numbers, {4} runs.":
      "ما الذي يحسم {1} في {2}: الأرقام غير المؤكدة {3}، والعمليات {4}.",
    "{1} Mean {2}, standard deviation over the points {3}.":
      "{1} المتوسط {2}، والانحراف المعياري على النقاط {3}.",
    "{1} Mean {2}, standard deviation brought about by the numbers {3}.":
      "{1} المتوسط {2}، والانحراف المعياري الذي تحدثه الأرقام {3}.",
    "How much of the variance of one run the numbers bring about is not yet resolved.":
      "لم يُحسم بعد كم تُحدث الأرقام من تباين العملية الواحدة.",
    "{1} {2} ({3} to {4})": "{1} {2} ({3} إلى {4})",
    "Of the variance of what one run comes to, {1}. The shares below are of what {2} bring about.":
      "من تباين نتيجة العملية الواحدة: {1}. والنسب أدناه مما تحدثه {2}.",
    "models and numbers": "النماذج والأرقام",
    "the numbers": "الأرقام",
    "which model is right is": "أي نموذج هو الصحيح",
    "the uncertain numbers": "الأرقام غير المؤكدة",
    "luck": "المصادفة",
    "together": "مجتمعة",
    "Ranks such as 2-4: the intervals overlap, so that the number may have any of them.":
      "المراتب مثل 2-4: الفترات متداخلة، فقد يكون للرقم أي منها.",
    "This conclusion rests on assumptions, most of all on {1}; {2} more have an interval above zero.":
      "تقوم هذه النتيجة على افتراضات، وأكثرها {1}؛ ولأخرى عددها {2} فترة فوق الصفر.",
    "This conclusion rests on assumptions, most of all on {1}.":
      "تقوم هذه النتيجة على افتراضات، وأكثرها {1}.",
    "upwards": "صعودًا",
    "downwards": "هبوطًا",
    "moves the result by {1} ± {2} over its range, on the whole {3} (mu {4}, sigma {5})":
      "يحرك النتيجة بمقدار {1} ± {2} على مداه، وفي الجملة {3} (`mu` {4}، `sigma` {5})",
    "total {1}, alone {2}": "وحده ومع غيره {1}، ووحده {2}",
    "alone {1}": "وحده {1}",
    "{1} (sampling {2} to {3}; across {4} {5} to {6})":
      "{1} (السحب {2} إلى {3}؛ وعبر النماذج ({4}) {5} إلى {6})",
    "{1} ({2} to {3})": "{1} ({2} إلى {3})",
    "{1}, not yet resolved": "{1}، ولم يُحسم بعد",
    "Not yet resolved: an index is a part of the variance and lies between 0 and 1; an estimate that does not comes from too small a sample. More --samples bring it there.":
      "لم يُحسم بعد: المؤشر جزء من التباين ويقع بين 0 و1؛ وما خرج عن ذلك تقدير من عينة أصغر مما يلزم. ويعيده إليه `--samples` أكثر.",
    "Seed noise: at most {1} of the variance over the points is luck, because there are {2} runs at each. More --runs make it less, more --samples make the intervals narrower.":
      "ضوضاء البذرة: نصيب المصادفة من التباين على النقاط {1} على الأكثر، لأن العمليات عند كل نقطة {2}. ويقلّ مع `--runs` أكثر، وتضيق الفترات مع `--samples` أكثر.",
    "and {1} more, none of them stronger; --top prints them":
      "وغيرها، وعددها {1}، ليس فيها أقوى منها؛ ويطبعها `--top`",
    "and {1} more; --top prints them": "وغيرها، وعددها {1}؛ ويطبعها `--top`",
    "and {1} more, in levers.csv": "وغيرها، وعددها {1}، في `levers.csv`",
    "What decides {1} in {2}? By the {3} runs in {4}, mean {5}; nothing was simulated. Shares are of the variance of one run's {6}, brought about by a number alone, with 95% intervals; ranks such as 2-4 overlap.":
      "ما الذي يحسم {1} في {2}؟ بحسب العمليات التي في {4}، وعددها {3}، والمتوسط {5}؛ ولم تُجر محاكاة. والنسب من تباين {6} في العملية الواحدة، مما يحدثه الرقم وحده، مع فترات 95%؛ والمراتب مثل 2-4 متداخلة.",
    "{1}. What numbers do together and what is luck, one run at each point cannot tell apart: detente sensitivity can.":
      "{1}. ما تفعله الأرقام مجتمعة وما هو مصادفة لا تميزه عملية واحدة عند كل نقطة، ويميزه `detente sensitivity`.",
    "Which model it is makes": "أي نموذج هو:",
    "numbers, each alone, make": "الأرقام، كل منها وحده:",
    "what is left is": "الباقي:",
    "What would break the deadlock in {1}? Of the {2} runs in {3} {4} agree; nothing was simulated. Told is how many of those agree in which a number was drawn in its better half, with 95% intervals, at the level of 0.05 when all that was looked at is counted (Holm).":
      "ما الذي يكسر الجمود في {1}؟ من العمليات التي في {3}، وعددها {2}، يتفق {4}؛ ولم تُجر محاكاة. ويُذكر كم يتفق مما سُحب فيه رقم من نصفه الأفضل، مع فترات 95%، عند المستوى 0.05 إذا حُسب كل ما نُظر فيه (`Holm`).",
    "No half of any number's draws agrees more often beyond what luck among so many does.":
      "لا نصف من سحوبات أي رقم يتفق أكثر مما ترفعه المصادفة بين هذا العدد.",
    ": {1} of forums, such as {2}, in unanswered.csv.": "، وهو في `unanswered.csv` ({1})، مثل {2}.",
    "A half of what was drawn is less than an act at its best. These runs cannot tell of values beyond those drawn, nor of several acts together, nor of what was not drawn{1} detente levers simulates them.":
      "نصف ما سُحب أقل من فعل في أحسن قيمه. ولا تقول هذه العمليات شيئًا عن قيم تتجاوز ما سُحب، ولا عن عدة أفعال معًا، ولا عما لم يُسحب{1} ويحاكيها `detente levers`.",
    "{1}{2} from {3} to {4}: {5}, {6} points ({7} to {8})":
      "{1}{2} من {3} إلى {4}: {5}، والمكسب بالنقاط المئوية {6} (من {7} إلى {8})",
    // Comparison.
    "{1} with {2} against the same without": "{1} مع {2} مقابل السيناريو نفسه دونه",
    "{1} against {2}": "{1} مقابل {2}",
    "{1}, the same {2} runs of seed {3}": "{1}، على العمليات نفسها، وعددها {2}، والبذرة {3}",
    "{1} agrees in {2}": "الاتفاق في {1} نسبته {2}",
    "; the difference across {1} is {2} to {3} points":
      "؛ والفرق بالنقاط المئوية عبر النماذج ({1}) من {2} إلى {3}",
    "{1}{2}.": "{1}{2}.",
    "95% interval": "فترة 95%",
    "across models": "عبر النماذج",
    "Every run ends in the same way in both.": "تنتهي كل عملية على النحو نفسه في الاثنين.",
    "{1} of {2} runs end otherwise:": "عمليات انتهت نهاية أخرى، وعددها {1} من {2}:",
    "{1} {2} in A and {3} in B, such as run {4}": "{1}: {2} في `A` و{3} في `B`، ومنها العملية {4}",
    "detente trace {1} --seed {2} --run {3} tells one of them; --trace tells it here.":
      "يروي `detente trace {1} --seed {2} --run {3}` واحدة منها؛ ويرويها `--trace` هنا.",
    "Run {1} in {2}": "العملية {1} في {2}",
    "end in a full agreement": "اتفاق كامل",
    "end in a partial agreement": "اتفاق جزئي",
    "are rejected at home": "رفض في الداخل",
    "collapse": "انهيار",
    "run out of time": "انقضاء الوقت",
    "are still talking": "ما زالت المحادثات مستمرة",
    "run out of time or are still talking": "انقضاء الوقت أو استمرار المحادثات",
    "{1} and {2} have no {3} in common: what differs is the talks themselves, not what a change does to them":
      "لا يشترك {1} و{2} في شيء من هذا: {3}؛ فالمختلف هو المحادثات نفسها، لا ما يفعله بها تعديل",
    "issues and no parties": "القضايا والأطراف",
    "median round": "الجولة الوسيطة",
    "agreement": "الاتفاق",
    "round": "الجولة",
    "rounds": "الجولات",
    "surplus": "الفائض",
    "utility": "المنفعة",
    // Sweeps.
    "point": "النقطة",
    "0 to 100%": "من 0 إلى 100%",
    "full_agreement": "اتفاق كامل",
    "partial_agreement": "اتفاق جزئي",
    "rejected_at_home": "رفض في الداخل",
    "collapsed": "انهيار",
    "out_of_time": "انقضاء الوقت",
    "half agree by round": "اتفق النصف حتى الجولة",
    "points    {1}": "النقاط     {1}",
    "runs      {1}{2}, {3} at each point": "العمليات   {1}{2}، وعند كل نقطة {3}",
    "time      {1}{2} on {3}": "الوقت      {1}{2} ({3})",
    "shards    {1}, {2}{3} each": "الأجزاء    {1}، ولكل منها {2}{3}",
    "measured  {1} runs at {2} points in {3}": "المقيس     العمليات {1} عند نقاط عددها {2} في {3}",
    " at most": " على الأكثر",
    "1 thread": "خيط واحد",
    "{1} threads": "الخيوط: {1}",
    // Verification.
    "FAULT {1}": "خطأ {1}",
    "Not of this result: {1}.": "ليس من هذه النتيجة: {1}.",
    "Stopped before everything was looked at.": "توقف قبل أن يُنظر في كل شيء.",
    "{1} is whole; only version {2} can tell whether it is right.":
      "{1} كاملة؛ ولا يعرف صحتها إلا الإصدار {2}.",
    "{1} is whole.": "{1} كاملة.",
    "{1} is whole, and right where it was simulated again.": "{1} كاملة، وصحيحة حيث أعيدت محاكاتها.",
    "{1} is whole and right.": "{1} كاملة وصحيحة.",
    "{1} is not whole or not right: 1 fault.": "{1} غير كاملة أو غير صحيحة: خطأ واحد.",
    "{1} is not whole or not right: {2} faults.": "{1} غير كاملة أو غير صحيحة: الأخطاء {2}.",
  ]
}
