<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Addresses</name>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>also in drills</source>
        <translation>含演练</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>for everyone to be told</source>
        <translation>发给全部通报对象</translation>
    </message>
    <message>
        <source>for nobody yet: tick whom it reaches</source>
        <translation>尚未指定：请勾选发给谁</translation>
    </message>
    <message>
        <source>for {count} to be told</source>
        <translation>发给 {count} 个通报对象</translation>
    </message>
    <message>
        <source>test under way</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>test arrived {time}</source>
        <translation>{time} 测试送达</translation>
    </message>
    <message>
        <source>test failed {time}: {why}</source>
        <translation>{time} 测试失败：{why}</translation>
    </message>
    <message>
        <source>{count} of {all} in use</source>
        <translation>启用 {count}/{all}</translation>
    </message>
    <message>
        <source>No address yet: without one, phone. A adds one.</source>
        <translation>暂无发送地址，需电话通报。按 A 新增。</translation>
    </message>
    <message>
        <source>The addresses are kept beside the shared log, which is away or does not let this login read them.</source>
        <translation>发送地址与共享日志存放在一起。目前连不上共享日志，或此账号无权读取。</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>发送测试消息</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>再新增一个…</translation>
    </message>
    <message>
        <source>{plan}: on</source>
        <translation>{plan}：开</translation>
    </message>
    <message>
        <source>{plan}: off</source>
        <translation>{plan}：关</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>新增发送地址</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>更改发送地址</translation>
    </message>
    <message>
        <source>Remove “{label}”? Its address is forgotten for good.</source>
        <translation>删除“{label}”？其地址将彻底删除，无法恢复。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>as it is: {shown}</source>
        <translation>留空则不变：{shown}</translation>
    </message>
    <message>
        <source>yes, also drills</source>
        <translation>是，演练也发</translation>
    </message>
    <message>
        <source>no, never a drill</source>
        <translation>否，演练不发</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>For drills</source>
        <translation>用于演练</translation>
    </message>
    <message>
        <source>Everyone to be told, in every plan</source>
        <translation>所有预案的全部通报对象</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾选</translation>
    </message>
</context>
<context>
    <name>AddressesPanel</name>
    <message>
        <source>Addresses</source>
        <translation>发送地址</translation>
    </message>
    <message>
        <source>Addresses that messages go to</source>
        <translation>消息的发送地址</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自动发送</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>Nothing overdue</source>
        <translation>无逾期事项</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} 项逾期</translation>
    </message>
    <message>
        <source>all of them seen; they stand in the list of alarms</source>
        <translation>均已知悉，可在告警列表中查看</translation>
    </message>
    <message>
        <source>next: {about}, {time}</source>
        <translation>下一项：{about}，{time}</translation>
    </message>
    <message>
        <source>{who}: nobody, {late} late</source>
        <translation>{who}：无人，已超时 {late}</translation>
    </message>
    <message>
        <source>{who} {late} late</source>
        <translation>{who} 迟到 {late}</translation>
    </message>
    <message>
        <source>{who} not told, due {time}</source>
        <translation>{who} 尚未通报，应于 {time} 前</translation>
    </message>
    <message>
        <source>{task}: due {time}</source>
        <translation>{task}：应于 {time} 前完成</translation>
    </message>
    <message>
        <source>Message to {who} not delivered</source>
        <translation>发给{who}的消息未送达</translation>
    </message>
    <message>
        <source>roll call: due {time}</source>
        <translation>点名：应于 {time} 开始</translation>
    </message>
    <message>
        <source>{who} did not answer the roll call</source>
        <translation>{who}点名未应答</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>未到场</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未通报</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>not accounted for</source>
        <translation>尚未报到</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>时限 {time}</translation>
    </message>
    <message>
        <source>seen {time} by {by}</source>
        <translation>{by}于 {time} 知悉</translation>
    </message>
    <message>
        <source>due</source>
        <translation>应点名</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>AlarmsBand</name>
    <message>
        <source>Seen</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>AlarmsPanel</name>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>{numeral} {word} or higher</source>
        <translation>{numeral} 级（{word}）及以上</translation>
    </message>
    <message>
        <source>Taking in what is new…</source>
        <translation>正在收录新记录…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words or filters find more.</source>
        <translation>没有找到。减少关键词或筛选条件再试。</translation>
    </message>
    <message>
        <source>There is no incident in this log yet.</source>
        <translation>此日志中还没有事件。</translation>
    </message>
    <message>
        <source>This is a read-only copy. Not found here yet: entries {entries}, incidents {incidents}. The next search where the log is written takes them in.</source>
        <translation>这是只读副本：{incidents} 起事件的 {entries} 条记录在此还检索不到。在主库上检索一次即可编入。</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 起</translation>
    </message>
    <message>
        <source>the {count} opened last</source>
        <translation>最近启动的 {count} 起</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>打开事件台</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>打印处置记录</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>尚无编号</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条记录</translation>
    </message>
    <message>
        <source>{count} entry</source>
        <translation>{count} 条记录</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>There are more</source>
        <translation>还有更多</translation>
    </message>
    <message>
        <source>A filter or another word narrows it down</source>
        <translation>增加筛选条件或关键词可缩小范围</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>{time} “{text}”</source>
        <translation>{time}“{text}”</translation>
    </message>
    <message>
        <source>since {begun}</source>
        <translation>自 {begun} 起</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>running</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>follow-ups owed</source>
        <translation>后续事项未了</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>every plan</source>
        <translation>全部预案</translation>
    </message>
    <message>
        <source>every level</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>real and drills</source>
        <translation>实战和演练</translation>
    </message>
    <message>
        <source>real only</source>
        <translation>仅实战</translation>
    </message>
    <message>
        <source>drills only</source>
        <translation>仅演练</translation>
    </message>
    <message>
        <source>Number, title, place, or words that were written: 2026-0042, gate, 消防车</source>
        <translation>编号、标题、地点或记录中的文字：2026-0042、大门、消防车</translation>
    </message>
    <message>
        <source>Search the archive</source>
        <translation>检索档案</translation>
    </message>
    <message>
        <source>when: 2026-11, 2026-10..2026-11</source>
        <translation>时间：2026-11、2026-10..2026-11</translation>
    </message>
    <message>
        <source>When it was opened</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Real or drill</source>
        <translation>实战或演练</translation>
    </message>
    <message>
        <source>title and place only</source>
        <translation>仅标题和地点</translation>
    </message>
    <message>
        <source>overdue follow-ups</source>
        <translation>后续事项逾期</translation>
    </message>
    <message>
        <source>Write 2026, 2026-11, 2026-11-23, or two with .. between.</source>
        <translation>请写 2026、2026-11、2026-11-23，或用 .. 连接两个时间。</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>Leave</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>{count} overdue</source>
        <translation>{count} 项逾期</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>尚未编号</translation>
    </message>
    <message>
        <source>{here}/{called} on site</source>
        <translation>到场 {here}/{called}</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>declared over</source>
        <translation>已宣布结束</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 条待同步</translation>
    </message>
    <message>
        <source>no commander yet</source>
        <translation>尚无现场指挥</translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation>无待办时限</translation>
    </message>
    <message>
        <source>next: {about}</source>
        <translation>下一项：{about}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 起进行中</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Open incidents</source>
        <translation>进行中的事件</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>启动事件</translation>
    </message>
    <message>
        <source>No incident is open.
Ctrl+N opens one, real or as a drill. F6: staff and duty.</source>
        <translation>当前没有进行中的事件。
按 Ctrl+N 启动事件，可选实战或演练。按 F6 管理人员与值班。</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>no number</source>
        <translation>无号码</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>no answer ×{tries}</source>
        <translation>无人接听 ×{tries}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>message failed</source>
        <translation>消息发送失败</translation>
    </message>
    <message>
        <source>tried {time}</source>
        <translation>{time} 拨打过</translation>
    </message>
    <message>
        <source>to be told by {by}</source>
        <translation>由{by}通报</translation>
    </message>
    <message>
        <source>message sent by {by}</source>
        <translation>消息由{by}发送</translation>
    </message>
    <message>
        <source>instead of {name}</source>
        <translation>代替{name}</translation>
    </message>
    <message>
        <source>{count} to reach</source>
        <translation>待联系 {count} 人</translation>
    </message>
    <message>
        <source>Everyone called has been reached.</source>
        <translation>已呼叫的人员均已联系上。</translation>
    </message>
    <message>
        <source>{title}, {place}, level {level} {word}.</source>
        <translation>{title}，{place}，{level}级（{word}色）响应。</translation>
    </message>
    <message>
        <source>This is a drill. {told}</source>
        <translation>这是演练。{told}</translation>
    </message>
    <message>
        <source>For your information.</source>
        <translation>特此通报。</translation>
    </message>
    <message>
        <source>Come as {role}: {within}.</source>
        <translation>请来担任{role}，{within}。</translation>
    </message>
    <message>
        <source>Come as {role}, by {time}.</source>
        <translation>请来担任{role}，{time} 前到场。</translation>
    </message>
    <message>
        <source>{who} was told</source>
        <translation>已通报{who}</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已通报</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>通话内容</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>On the way…</source>
        <translation>在途…</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>Excused…</source>
        <translation>请假…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Told, what was said…</source>
        <translation>已通报，记录内容…</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系上</translation>
    </message>
</context>
<context>
    <name>CallListPanel</name>
    <message>
        <source>Call list</source>
        <translation>电话通知单</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>What it is</source>
        <translation>事件类别</translation>
    </message>
    <message>
        <source>Where exactly</source>
        <translation>具体地点</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>危险情况</translation>
    </message>
    <message>
        <source>Way in</source>
        <translation>进场路线</translation>
    </message>
    <message>
        <source>How many, hurt</source>
        <translation>人数、伤情</translation>
    </message>
    <message>
        <source>Who is here, who is needed</source>
        <translation>已到力量、所需力量</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>{level}级</translation>
    </message>
    <message>
        <source>{what} ({said})</source>
        <translation>{what}（{said}）</translation>
    </message>
    <message>
        <source>{entrance} is open</source>
        <translation>{entrance}开放</translation>
    </message>
    <message>
        <source>{entrance} is shut</source>
        <translation>{entrance}关闭</translation>
    </message>
    <message>
        <source>{zone} is cordoned</source>
        <translation>{zone}已警戒</translation>
    </message>
    <message>
        <source>about {count} person</source>
        <translation>约 {count} 人</translation>
    </message>
    <message>
        <source>about {count} people</source>
        <translation>约 {count} 人</translation>
    </message>
    <message>
        <source>{count} badly hurt</source>
        <translation>重伤 {count} 人</translation>
    </message>
    <message>
        <source>{count} slightly hurt</source>
        <translation>轻伤 {count} 人</translation>
    </message>
    <message>
        <source>nobody hurt</source>
        <translation>无人受伤</translation>
    </message>
    <message>
        <source>{service} is here</source>
        <translation>{service} 已到场</translation>
    </message>
    <message>
        <source>{service} was called</source>
        <translation>已呼叫 {service}</translation>
    </message>
    <message>
        <source>{name} commands on site</source>
        <translation>现场由{name}指挥</translation>
    </message>
    <message>
        <source>call back {phone}</source>
        <translation>回拨 {phone}</translation>
    </message>
</context>
<context>
    <name>Calling</name>
    <message>
        <source>Excused at {time}: {reason}.</source>
        <translation>{time} 请假：{reason}。</translation>
    </message>
    <message>
        <source>Call {name}?</source>
        <translation>呼叫{name}？</translation>
    </message>
    <message>
        <source>Off duty.</source>
        <translation>休班。</translation>
    </message>
    <message>
        <source>Off duty: {within}.</source>
        <translation>休班：{within}。</translation>
    </message>
    <message>
        <source>Everyone…</source>
        <translation>全员…</translation>
    </message>
    <message>
        <source>One person…</source>
        <translation>单个人员…</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>呼叫谁</translation>
    </message>
    <message>
        <source>Call one person</source>
        <translation>呼叫单个人员</translation>
    </message>
    <message>
        <source>Not called yet: {on} on duty, {off} off duty.</source>
        <translation>尚未呼叫：在班 {on} 人，休班 {off} 人。</translation>
    </message>
    <message>
        <source>Call everyone?</source>
        <translation>呼叫全员？</translation>
    </message>
    <message>
        <source>Call everyone</source>
        <translation>呼叫全员</translation>
    </message>
    <message>
        <source>Off duty: {names}.</source>
        <translation>休班：{names}。</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>{name} (excused)</source>
        <translation>{name}（请假）</translation>
    </message>
    <message>
        <source>{name} (off duty)</source>
        <translation>{name}（休班）</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Call-outs</source>
        <translation>召集</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>外部力量</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>{who} here or gone</source>
        <translation>已到或已解除 {who}</translation>
    </message>
    <message>
        <source>{who} late</source>
        <translation>迟到未到 {who}</translation>
    </message>
    <message>
        <source>{who} awaited</source>
        <translation>待到场 {who}</translation>
    </message>
    <message>
        <source>{who} awaited, {late} of them late</source>
        <translation>待到场 {who}，其中迟到 {late}</translation>
    </message>
    <message>
        <source>{who} due soon</source>
        <translation>即将到时 {who}</translation>
    </message>
    <message>
        <source>{who} came late</source>
        <translation>迟到已到 {who}</translation>
    </message>
    <message>
        <source>{who} in time</source>
        <translation>按时 {who}</translation>
    </message>
    <message>
        <source>{who} stood down</source>
        <translation>已解除 {who}</translation>
    </message>
    <message>
        <source>{who} overdue</source>
        <translation>逾期 {who}</translation>
    </message>
    <message>
        <source>{who} told late</source>
        <translation>逾期通报 {who}</translation>
    </message>
    <message>
        <source>{who} done late</source>
        <translation>逾期完成 {who}</translation>
    </message>
    <message>
        <source>{who} here</source>
        <translation>{who} 已到场</translation>
    </message>
    <message>
        <source>{who} called</source>
        <translation>已呼叫 {who}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>Level {level} from {time}</source>
        <translation>{level}级，{time} 起</translation>
    </message>
    <message>
        <source>called {time}</source>
        <translation>{time} 呼叫</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>时限 {time}</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>here {time}</source>
        <translation>{time} 到场</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>{time} 离开</translation>
    </message>
    <message>
        <source>done {time}</source>
        <translation>{time} 完成</translation>
    </message>
    <message>
        <source>arrived {time}</source>
        <translation>{time} 到场</translation>
    </message>
    <message>
        <source>no longer expected {time}</source>
        <translation>{time} 起不再要求到场</translation>
    </message>
    <message>
        <source>Level {level} since {time}. {here} of {called} on site, {late} late. People: {people}.</source>
        <translation>{level}级，{time} 起。到场 {here}/{called}，迟到 {late} 人。现场人数 {people}。</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Escalation</source>
        <translation>响应进程</translation>
    </message>
    <message>
        <source>Escalation chart</source>
        <translation>响应进程图</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>This moment</source>
        <translation>此刻</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>drag to look back</source>
        <translation>拖动可回看</translation>
    </message>
    <message>
        <source>looking back; End returns to now</source>
        <translation>正在回看，按 End 回到现在</translation>
    </message>
    <message>
        <source>looking back</source>
        <translation>正在回看</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Roster</source>
        <translation>人员到场</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Change level…</source>
        <translation>调整级别…</translation>
    </message>
    <message>
        <source>{count} people…</source>
        <translation>{count} 人…</translation>
    </message>
    <message>
        <source>{count} person…</source>
        <translation>{count} 人…</translation>
    </message>
    <message>
        <source>Declare over…</source>
        <translation>宣布结束…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>归档…</translation>
    </message>
    <message>
        <source>Next phase…</source>
        <translation>下一阶段…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新启动…</translation>
    </message>
    <message>
        <source>Change the level</source>
        <translation>调整响应级别</translation>
    </message>
    <message>
        <source>Set level</source>
        <translation>确定级别</translation>
    </message>
    <message>
        <source>to</source>
        <translation>调整为</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>情况更新</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>People, about</source>
        <translation>人数（约）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Declare the incident over</source>
        <translation>宣布事件结束</translation>
    </message>
    <message>
        <source>Declare over</source>
        <translation>宣布结束</translation>
    </message>
    <message>
        <source>Why, and how it ended</source>
        <translation>结束原因及结果</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}，另有 {count} 人</translation>
    </message>
    <message>
        <source>Called for the higher level: {names}</source>
        <translation>因级别较高而呼叫的：{names}</translation>
    </message>
    <message>
        <source>Called above {level}: {names}</source>
        <translation>高于{level}级时呼叫的：{names}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>不解除</translation>
    </message>
    <message>
        <source>stand down: {names}</source>
        <translation>解除召集：{names}</translation>
    </message>
    <message>
        <source>Still awaited</source>
        <translation>尚未到场</translation>
    </message>
    <message>
        <source>of those called for it, who is not here yet ({count})</source>
        <translation>其中尚未到场的（{count} 人）</translation>
    </message>
    <message>
        <source>all called for it ({count})</source>
        <translation>上述全部人员（{count} 人）</translation>
    </message>
    <message>
        <source>of those called above the new level, who is not here yet</source>
        <translation>超出新级别呼叫、尚未到场的</translation>
    </message>
    <message>
        <source>all called above the new level</source>
        <translation>超出新级别呼叫的全部人员</translation>
    </message>
    <message>
        <source>If lower, stand down</source>
        <translation>如降级，解除召集</translation>
    </message>
    <message>
        <source>The incident enters another phase</source>
        <translation>事件进入另一阶段</translation>
    </message>
    <message>
        <source>Enter phase</source>
        <translation>进入阶段</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Still to be done: {tasks}.</source>
        <translation>尚未完成：{tasks}。</translation>
    </message>
    <message>
        <source>Over all the same, because</source>
        <translation>仍要结束的原因</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>事件归档</translation>
    </message>
    <message>
        <source>After this only notes and corrections can be added.</source>
        <translation>归档后只能补充记录和更正。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Reopen the incident</source>
        <translation>重新启动事件</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新启动</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>Commander</source>
        <translation>现场指挥</translation>
    </message>
    <message>
        <source>on site / called</source>
        <translation>到场 / 已呼叫</translation>
    </message>
    <message>
        <source>Call {service}…</source>
        <translation>拨打 {service}…</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>The picture: SVG, PNG or JPEG…</source>
        <translation>底图：SVG、PNG 或 JPEG…</translation>
    </message>
    <message>
        <source>Take off the plan: {what}</source>
        <translation>从平面图移除：{what}</translation>
    </message>
    <message>
        <source>Outline of {zone}</source>
        <translation>{zone}的轮廓</translation>
    </message>
    <message>
        <source>Post {post}</source>
        <translation>{post}岗</translation>
    </message>
    <message>
        <source>{place}: draw anew</source>
        <translation>{place}：重新绘制</translation>
    </message>
    <message>
        <source>A new zone</source>
        <translation>新区域</translation>
    </message>
    <message>
        <source>A new entrance</source>
        <translation>新出入口</translation>
    </message>
    <message>
        <source>A new assembly point</source>
        <translation>新集合点</translation>
    </message>
    <message>
        <source>A new post of {zone}</source>
        <translation>{zone}的新岗位</translation>
    </message>
    <message>
        <source>A new cordon line of {zone}</source>
        <translation>{zone}的新警戒线</translation>
    </message>
    <message>
        <source>Remove from this site: {zone}</source>
        <translation>从本场所移除：{zone}</translation>
    </message>
    <message>
        <source>Drawing: {what}</source>
        <translation>正在绘制：{what}</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>绘制…</translation>
    </message>
    <message>
        <source>What is to be drawn on the site plan?</source>
        <translation>在平面图上绘制什么？</translation>
    </message>
    <message>
        <source>It holds for this site from now on, in every incident.</source>
        <translation>此后本场所的所有事件均适用。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>If new: its name, English</source>
        <translation>新增时的英文名称</translation>
    </message>
    <message>
        <source>If new: its name, Chinese</source>
        <translation>新增时的中文名称</translation>
    </message>
    <message>
        <source>Of a zone: its floors or parts</source>
        <translation>区域的楼层或分区</translation>
    </message>
    <message>
        <source>Floor 1, Floor 2; empty: as they are</source>
        <translation>1 层、2 层；留空则不变</translation>
    </message>
    <message>
        <source>Click or arrow keys: where it is. Enter records it, Esc leaves.</source>
        <translation>单击或用方向键定位。Enter 记录，Esc 退出。</translation>
    </message>
    <message>
        <source>Click, or arrow keys and Space: a corner. Backspace: one back. Enter: record. Esc: leave.</source>
        <translation>单击，或用方向键和空格：加一个角点。Backspace：退一点。Enter：记录。Esc：退出。</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <source>Picture of the site plan</source>
        <translation>平面图底图</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Badly hurt</source>
        <translation>重伤</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>呼叫人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Over all the same, because</source>
        <translation>仍要结束的原因</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>How many are expected</source>
        <translation>应撤人数</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>From</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>工作组</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>警戒人员</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>反映事项</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结束情况</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Floor or section</source>
        <translation>楼层或分区</translation>
    </message>
    <message>
        <source>Floors or sections</source>
        <translation>楼层或分区</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>现场人数</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>通话内容</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>外部力量</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>报警要点</translation>
    </message>
    <message>
        <source>Slightly hurt</source>
        <translation>轻伤</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Who is to be told</source>
        <translation>通报对象</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Unhurt</source>
        <translation>未受伤</translation>
    </message>
    <message>
        <source>Unit or address</source>
        <translation>单位或住址</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>到场力量</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>pasted {time}</source>
        <translation>粘贴 {time}</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Say what it shows…</source>
        <translation>说明内容…</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>内容说明</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>described</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>What “{name}” shows</source>
        <translation>“{name}”的内容说明</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Attach {count} files</source>
        <translation>添加 {count} 个文件</translation>
    </message>
    <message>
        <source>Attach “{name}”</source>
        <translation>添加“{name}”</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} file</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} still to be sent</source>
        <translation>{count} 个待发送</translation>
    </message>
    <message>
        <source>No photos or files yet. P adds one; pasting and dragging one here works too.</source>
        <translation>暂无照片或文件。按 P 添加，也可粘贴或拖入。</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>sent {percent} %</source>
        <translation>已发送 {percent}%</translation>
    </message>
    <message>
        <source>here</source>
        <translation>本机已有</translation>
    </message>
    <message>
        <source>coming {percent} %</source>
        <translation>接收中 {percent}%</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>尚未传到本机</translation>
    </message>
    <message>
        <source>{station} has sent {percent} %</source>
        <translation>{station}已发送 {percent}%</translation>
    </message>
    <message>
        <source>still on {station}</source>
        <translation>仍在{station}</translation>
    </message>
    <message>
        <source>no line to the shared log</source>
        <translation>未连上共享日志</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>film</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <source>Attach photos and files</source>
        <translation>添加照片和文件</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>照片和文件</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Muster</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Which desk is this?</source>
        <translation>这是哪个席位？</translation>
    </message>
    <message>
        <source>&amp;Station</source>
        <translation>席位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>姓名(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>such as: Desk 1, Commander, North gate</source>
        <translation>例如：值班台 1、指挥席、北门</translation>
    </message>
    <message>
        <source>Both stand beside every line that is written here. You can change them later.</source>
        <translation>此处写下的每条记录都会注明这两项，以后可以更改。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>完成…</translation>
    </message>
    <message>
        <source>Again…</source>
        <translation>重办…</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>不再办理</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>已承诺</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>asked {who} {day}</source>
        <translation>{day} 催办{who}</translation>
    </message>
    <message>
        <source>reported to {to} {day}</source>
        <translation>{day} 向{to}反馈</translation>
    </message>
    <message>
        <source>{day} by {by}</source>
        <translation>{by}，{day}</translation>
    </message>
    <message>
        <source>Feed back…</source>
        <translation>反馈…</translation>
    </message>
    <message>
        <source>Take up again…</source>
        <translation>重新办理…</translation>
    </message>
    <message>
        <source>Chase…</source>
        <translation>催办…</translation>
    </message>
    <message>
        <source>Another date…</source>
        <translation>另定期限…</translation>
    </message>
    <message>
        <source>Give to another…</source>
        <translation>换负责人…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>不再办理…</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>不再办理</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>催办对象</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>对方答复</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>反馈给谁</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>进展情况</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Set date</source>
        <translation>确定期限</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>2026-12-01, 12-01 17:00, or 3 for three days</source>
        <translation>如 2026-12-01、12-01 17:00，或输入 3 表示三天后</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>{left} of {all} owed</source>
        <translation>{all} 项中 {left} 项待办</translation>
    </message>
    <message>
        <source>Nothing is owed. A adds a follow-up.</source>
        <translation>没有待办的后续事项。按 A 新增。</translation>
    </message>
    <message>
        <source>The plan&apos;s follow-ups begin when it is over. A adds one now.</source>
        <translation>预案的后续事项在事件结束后开始。现在可按 A 新增。</translation>
    </message>
    <message>
        <source>Add a follow-up</source>
        <translation>新增后续事项</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>打开事件台</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>了结</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>{count} owed</source>
        <translation>{count} 项待办</translation>
    </message>
    <message>
        <source>1 follow-up overdue</source>
        <translation>1 项后续事项逾期</translation>
    </message>
    <message>
        <source>{count} follow-ups overdue</source>
        <translation>{count} 项后续事项逾期</translation>
    </message>
    <message>
        <source>Nothing is owed anywhere.</source>
        <translation>各事件均无待办的后续事项。</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Nothing is owed any more</source>
        <translation>后续事项已全部办完</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>尚未编号</translation>
    </message>
</context>
<context>
    <name>FollowUpsPanel</name>
    <message>
        <source>Follow-ups</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>FoundPanel</name>
    <message>
        <source>Archive</source>
        <translation>事件档案</translation>
    </message>
    <message>
        <source>Incidents that were found</source>
        <translation>找到的事件</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>no number yet</source>
        <translation>尚未编号</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>acting deputy; {name} is here</source>
        <translation>副指挥代理；{name}已到场</translation>
    </message>
    <message>
        <source>acting deputy until {name} arrives</source>
        <translation>副指挥代理，待{name}到场</translation>
    </message>
    <message>
        <source>acting deputy</source>
        <translation>副指挥代理</translation>
    </message>
    <message>
        <source>{name} is called</source>
        <translation>已呼叫{name}</translation>
    </message>
    <message>
        <source>drill stands still</source>
        <translation>演练暂停</translation>
    </message>
    <message>
        <source>declared over</source>
        <translation>已宣布结束</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Hand over command…</source>
        <translation>移交指挥…</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>This station&apos;s copy of the shared log cannot be written ({said}). Without it, a restart shows nothing until the shared log can be reached.</source>
        <translation>本席位的日志副本无法写入（{said}）。重启后，在连上共享日志之前将没有内容可显示。</translation>
    </message>
    <message>
        <source>This station&apos;s copy of the shared log was damaged and is built anew; the old one is {path}. What waits to be shared is kept apart and is not affected.</source>
        <translation>本席位的日志副本已损坏，正在重建；旧文件保存为 {path}。待同步的记录另行保存，不受影响。</translation>
    </message>
</context>
<context>
    <name>Injects</name>
    <message>
        <source>play it</source>
        <translation>该导入了</translation>
    </message>
    <message>
        <source>Play now</source>
        <translation>立即导入</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>added by {name}</source>
        <translation>{name}增加</translation>
    </message>
    <message>
        <source>played</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>stands still since {time}</source>
        <translation>{time} 起暂停</translation>
    </message>
    <message>
        <source>{count} to come</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>This drill has no script. A lets something happen.</source>
        <translation>本次演练没有脚本，按 A 增加情景。</translation>
    </message>
    <message>
        <source>Nothing was played in this drill.</source>
        <translation>本次演练没有导入情景。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>增加…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>跳过…</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>What happens?</source>
        <translation>发生什么情况？</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Tell the drill as it would be seen. Do not name anybody.</source>
        <translation>按现场所见描述，不写任何人的姓名。</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>发生的情况</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>empty: now; or 10:15, or minutes</source>
        <translation>留空：立即；或 10:15，或分钟数</translation>
    </message>
</context>
<context>
    <name>InjectsPanel</name>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Injects of the drill</source>
        <translation>演练情景</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>事件台</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Pages before printing</source>
        <translation>打印前查看页面</translation>
    </message>
    <message>
        <source>Tasks and zones</source>
        <translation>任务与区域</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Zones and site plan</source>
        <translation>区域与平面图</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数与情形</translation>
    </message>
    <message>
        <source>Escalation chart</source>
        <translation>响应进程图</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>事件档案</translation>
    </message>
    <message>
        <source>Readiness and statistics</source>
        <translation>应急准备与统计</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Shift log</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Staff and duty</source>
        <translation>人员与值班</translation>
    </message>
    <message>
        <source>Addresses of messages</source>
        <translation>消息发送地址</translation>
    </message>
    <message>
        <source>show or hide the keys</source>
        <translation>显示或隐藏按键说明</translation>
    </message>
    <message>
        <source>back to the board</source>
        <translation>返回总览</translation>
    </message>
    <message>
        <source>English / 中文</source>
        <translation>English / 中文</translation>
    </message>
    <message>
        <source>next theme</source>
        <translation>切换主题</translation>
    </message>
    <message>
        <source>shift log</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>look back on this incident, or on the chosen card&apos;s</source>
        <translation>回放本事件，或所选卡片的事件</translation>
    </message>
    <message>
        <source>follow-ups of all incidents</source>
        <translation>全部事件的后续事项</translation>
    </message>
    <message>
        <source>archive: search all incidents</source>
        <translation>事件档案：检索全部事件</translation>
    </message>
    <message>
        <source>readiness: what the plans lack</source>
        <translation>应急准备：预案缺什么</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>staff and who is on duty</source>
        <translation>人员与值班</translation>
    </message>
    <message>
        <source>who sits here now</source>
        <translation>更换值守人员</translation>
    </message>
    <message>
        <source>put away why something was not done</source>
        <translation>收起未执行原因的提示</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>the wall, and back</source>
        <translation>显示大屏，再按返回</translation>
    </message>
    <message>
        <source>what the wall shows on which screen</source>
        <translation>各屏幕上大屏显示的内容</translation>
    </message>
    <message>
        <source>addresses of messages</source>
        <translation>消息的发送地址</translation>
    </message>
    <message>
        <source>take back what was just pressed, for 6 seconds</source>
        <translation>6 秒内撤回刚才的操作</translation>
    </message>
    <message>
        <source>leave Muster</source>
        <translation>退出 Muster</translation>
    </message>
    <message>
        <source>next part; Shift+Tab the one before</source>
        <translation>下一栏；Shift+Tab 上一栏</translation>
    </message>
    <message>
        <source>leave a field or a question</source>
        <translation>退出输入框或询问</translation>
    </message>
    <message>
        <source>open an incident</source>
        <translation>启动事件</translation>
    </message>
    <message>
        <source>choose a card</source>
        <translation>选择卡片</translation>
    </message>
    <message>
        <source>go to its desk</source>
        <translation>进入该事件台</translation>
    </message>
    <message>
        <source>change the level</source>
        <translation>调整级别</translation>
    </message>
    <message>
        <source>raise to the level that the plan proposes</source>
        <translation>按预案提议升级</translation>
    </message>
    <message>
        <source>not now: decline what the plan proposes</source>
        <translation>暂不：不采纳预案的提议</translation>
    </message>
    <message>
        <source>call the service that the plan proposes</source>
        <translation>呼叫预案提议的外部力量</translation>
    </message>
    <message>
        <source>escalation chart</source>
        <translation>响应进程图</translation>
    </message>
    <message>
        <source>next phase, where the plan has phases</source>
        <translation>进入下一阶段（分阶段预案）</translation>
    </message>
    <message>
        <source>how many people, place, title</source>
        <translation>更改人数、地点、标题</translation>
    </message>
    <message>
        <source>declare over, then close</source>
        <translation>宣布结束，再归档</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>call 110, 119, 120, 122</source>
        <translation>呼叫 110、119、120、122</translation>
    </message>
    <message>
        <source>call a group, everyone, one person</source>
        <translation>呼叫小组、全员或个人</translation>
    </message>
    <message>
        <source>write what happened</source>
        <translation>记录发生的情况</translation>
    </message>
    <message>
        <source>badge or name</source>
        <translation>工牌或姓名</translation>
    </message>
    <message>
        <source>the alarms are seen</source>
        <translation>告警已阅</translation>
    </message>
    <message>
        <source>roster, zones, tasks, timeline</source>
        <translation>人员、区域、任务、时间线</translation>
    </message>
    <message>
        <source>site plan, files, messages</source>
        <translation>平面图、文件、消息</translation>
    </message>
    <message>
        <source>reception, people, follow-ups, alarms</source>
        <translation>接待、人数、后续事项、告警</translation>
    </message>
    <message>
        <source>print the record; Shift+P opens the last print</source>
        <translation>打印处置记录；Shift+P 打开上次打印的文件</translation>
    </message>
    <message>
        <source>type in a sheet that was written by hand</source>
        <translation>补录手写记录</translation>
    </message>
    <message>
        <source>play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>faster, slower: 1 to 60 times</source>
        <translation>加快、放慢：1 至 60 倍</translation>
    </message>
    <message>
        <source>next entry, the one before; on the slider also → ←</source>
        <translation>下一条、上一条记录；在时间滑条上也可按 → ←</translation>
    </message>
    <message>
        <source>next change of level, the one before</source>
        <translation>下一次、上一次级别变更</translation>
    </message>
    <message>
        <source>next deadline missed, the one before</source>
        <translation>下一次、上一次超时</translation>
    </message>
    <message>
        <source>next call-out, the one before</source>
        <translation>下一次、上一次召集</translation>
    </message>
    <message>
        <source>as it was known; again: as it happened</source>
        <translation>按当时所知；再按一次：按实际发生</translation>
    </message>
    <message>
        <source>the wall of that moment; again: the desk</source>
        <translation>该时刻的大屏；再按一次：回到事件台</translation>
    </message>
    <message>
        <source>to the beginning</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>back to now</source>
        <translation>返回当前</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>do not print</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>down, up; also ↓ ↑, Home, End</source>
        <translation>向下、向上翻页；也可用 ↓ ↑、Home、End</translation>
    </message>
    <message>
        <source>nearer, farther, as it was</source>
        <translation>放大、缩小、恢复</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>on the way, with ETA</source>
        <translation>在途，附预计到达时间</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>excused, with the reason</source>
        <translation>请假，附原因</translation>
    </message>
    <message>
        <source>stand down</source>
        <translation>解除召集</translation>
    </message>
    <message>
        <source>begin it; end it</source>
        <translation>开始；结束</translation>
    </message>
    <message>
        <source>done, told, or the next step of a zone; it never undoes</source>
        <translation>完成、已通报，或区域的下一步；回车从不撤销</translation>
    </message>
    <message>
        <source>give a task to another, another time</source>
        <translation>改派任务；改时限</translation>
    </message>
    <message>
        <source>open the plan that a task starts</source>
        <translation>启动任务指定的预案</translation>
    </message>
    <message>
        <source>send to whom is to be told</source>
        <translation>向通报对象发送</translation>
    </message>
    <message>
        <source>send again what failed</source>
        <translation>重发失败的消息</translation>
    </message>
    <message>
        <source>write any words</source>
        <translation>自拟消息</translation>
    </message>
    <message>
        <source>switch sending by itself on or off</source>
        <translation>开启或关闭自动发送</translation>
    </message>
    <message>
        <source>seen, with your name</source>
        <translation>已阅，并署名</translation>
    </message>
    <message>
        <source>on duty, off duty; in a field: add</source>
        <translation>上班、下班；在输入框中为添加</translation>
    </message>
    <message>
        <source>change name, role, badge, phone</source>
        <translation>更改姓名、岗位、工牌、电话</translation>
    </message>
    <message>
        <source>take off the list, after asking</source>
        <translation>移出名单（先询问）</translation>
    </message>
    <message>
        <source>import a list from CSV or Excel, shown before it is recorded</source>
        <translation>从 CSV 或 Excel 导入名单，先核对再记录</translation>
    </message>
    <message>
        <source>change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>send a test message</source>
        <translation>发送测试消息</translation>
    </message>
    <message>
        <source>switch it off or on</source>
        <translation>停用或启用</translation>
    </message>
    <message>
        <source>remove it, after asking</source>
        <translation>删除（先询问）</translation>
    </message>
    <message>
        <source>tick whom it reaches</source>
        <translation>勾选通报对象</translation>
    </message>
    <message>
        <source>which plans send by themselves</source>
        <translation>哪些预案自动发送</translation>
    </message>
    <message>
        <source>from what was seen to the zones, and back</source>
        <translation>在情形与区域之间切换</translation>
    </message>
    <message>
        <source>to a note just written that stands further up</source>
        <translation>转到刚写下、排在上方的那条记录</translation>
    </message>
    <message>
        <source>attach photos and files; Ctrl+V and dragging work too</source>
        <translation>添加照片和文件；也可按 Ctrl+V 或拖入</translation>
    </message>
    <message>
        <source>open a copy of a file</source>
        <translation>打开文件副本</translation>
    </message>
    <message>
        <source>save a copy of it</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>say what it shows</source>
        <translation>注明文件内容</translation>
    </message>
    <message>
        <source>those of this desk</source>
        <translation>本事件的后续事项</translation>
    </message>
    <message>
        <source>done, with what came of it</source>
        <translation>完成，并记录办理结果</translation>
    </message>
    <message>
        <source>chase: whom you asked, what they said</source>
        <translation>催办：问了谁，对方怎么说</translation>
    </message>
    <message>
        <source>feed back how it stands</source>
        <translation>反馈进展情况</translation>
    </message>
    <message>
        <source>another date, another owner, not needed</source>
        <translation>另定期限、换负责人、不再办理</translation>
    </message>
    <message>
        <source>add one</source>
        <translation>新增一项</translation>
    </message>
    <message>
        <source>open its desk, from the list of all</source>
        <translation>在全部清单中打开所属事件台</translation>
    </message>
    <message>
        <source>the search line; ↓ goes to what was found</source>
        <translation>检索栏；↓ 转到结果</translation>
    </message>
    <message>
        <source>open the desk of the incident</source>
        <translation>打开该事件台</translation>
    </message>
    <message>
        <source>print its record</source>
        <translation>打印处置记录</translation>
    </message>
    <message>
        <source>replay it</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>stop a search that takes long</source>
        <translation>停止耗时的检索</translation>
    </message>
    <message>
        <source>to the week, and back to the list</source>
        <translation>转到一周图，再按回到列表</translation>
    </message>
    <message>
        <source>in the week: choose an hour</source>
        <translation>在一周表中选择时段</translation>
    </message>
    <message>
        <source>readiness now; print it</source>
        <translation>查看现在；打印</translation>
    </message>
    <message>
        <source>by role, plan, hour; trend by month</source>
        <translation>按岗位、预案、时段；按月趋势</translation>
    </message>
    <message>
        <source>which time</source>
        <translation>统计时段</translation>
    </message>
    <message>
        <source>chart or table, where there is room for one only</source>
        <translation>图表或表格（空间不足时切换）</translation>
    </message>
    <message>
        <source>save the table as CSV</source>
        <translation>表格存为 CSV</translation>
    </message>
    <message>
        <source>injects of a drill, for its leader</source>
        <translation>演练情景（导调员）</translation>
    </message>
    <message>
        <source>it happens now: record that it was played</source>
        <translation>立即导入该情景并记录</translation>
    </message>
    <message>
        <source>skip it, with the reason</source>
        <translation>跳过，注明原因</translation>
    </message>
    <message>
        <source>let something else happen, now or later</source>
        <translation>增加情景，立即或稍后导入</translation>
    </message>
    <message>
        <source>the drill stands still; goes on</source>
        <translation>暂停演练；继续演练</translation>
    </message>
    <message>
        <source>score, once the drill is over</source>
        <translation>演练结束后的评分</translation>
    </message>
    <message>
        <source>hand over the shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>open an incident from the chosen line</source>
        <translation>由所选记录启动事件</translation>
    </message>
    <message>
        <source>earlier or later month</source>
        <translation>上一月或下一月</translation>
    </message>
    <message>
        <source>skip a task, with the reason</source>
        <translation>跳过任务，附原因</translation>
    </message>
    <message>
        <source>add a task</source>
        <translation>新增任务</translation>
    </message>
    <message>
        <source>Roster and call list</source>
        <translation>人员到场与电话通知单</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>larger, smaller or usual text</source>
        <translation>放大、缩小或恢复字号</translation>
    </message>
    <message>
        <source>takes command; hand over to who is proposed</source>
        <translation>接任指挥；移交给提议的人选</translation>
    </message>
    <message>
        <source>call who stands in, or call again</source>
        <translation>呼叫替补人员，或再次呼叫</translation>
    </message>
    <message>
        <source>call list to phone down</source>
        <translation>电话通知单，逐个拨打</translation>
    </message>
    <message>
        <source>roll call of everyone on site</source>
        <translation>对到场人员全员点名</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已报到</translation>
    </message>
    <message>
        <source>somebody answered for them, with who and how</source>
        <translation>他人代为报到，注明何人、何种方式</translation>
    </message>
    <message>
        <source>told, with what was said</source>
        <translation>已通报，并记录内容</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>send a message to whom is to be told</source>
        <translation>向应通报的对象发消息</translation>
    </message>
    <message>
        <source>everything else about a row</source>
        <translation>该行的其他操作</translation>
    </message>
    <message>
        <source>on the plan: to what is next that way</source>
        <translation>平面图上：移到该方向的下一个</translation>
    </message>
    <message>
        <source>the likeliest next step</source>
        <translation>最可能的下一步</translation>
    </message>
    <message>
        <source>confirm the next floor or section</source>
        <translation>确认下一个楼层或分区</translation>
    </message>
    <message>
        <source>how many people are out</source>
        <translation>已撤出人数</translation>
    </message>
    <message>
        <source>on the plan: nearer, farther, all of it</source>
        <translation>平面图上：放大、缩小、显示全图</translation>
    </message>
    <message>
        <source>on the plan: draw zones, places, the picture</source>
        <translation>平面图上：绘制区域、点位，更换底图</translation>
    </message>
    <message>
        <source>begin a reception</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>receive a representative</source>
        <translation>接待一名代表</translation>
    </message>
    <message>
        <source>what was answered</source>
        <translation>记录答复内容</translation>
    </message>
    <message>
        <source>promise, with who and until when</source>
        <translation>承诺，注明负责人和期限</translation>
    </message>
    <message>
        <source>matter, how many, unit</source>
        <translation>事项、人数、单位</translation>
    </message>
    <message>
        <source>end the reception</source>
        <translation>结束接待</translation>
    </message>
    <message>
        <source>show or hide a name and contact</source>
        <translation>显示或隐藏姓名和联系方式</translation>
    </message>
    <message>
        <source>type or change a name and contact</source>
        <translation>填写或更改姓名和联系方式</translation>
    </message>
    <message>
        <source>a representative has left</source>
        <translation>代表已离开</translation>
    </message>
    <message>
        <source>erase a name and contact, after asking</source>
        <translation>删除姓名和联系方式，须先确认</translation>
    </message>
    <message>
        <source>count a zone; seen or gone</source>
        <translation>清点区域人数；发现或解除情形</translation>
    </message>
    <message>
        <source>seen, with where and what</source>
        <translation>发现，并记录地点和情况</translation>
    </message>
    <message>
        <source>look back and forward</source>
        <translation>向前、向后回看</translation>
    </message>
    <message>
        <source>zoom in and out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>follow now again</source>
        <translation>回到现在并继续跟随</translation>
    </message>
    <message>
        <source>show the whole incident</source>
        <translation>显示事件全程</translation>
    </message>
    <message>
        <source>choose a bar</source>
        <translation>选择横条</translation>
    </message>
    <message>
        <source>go to its entry</source>
        <translation>转到对应记录</translation>
    </message>
    <message>
        <source>write it; “10:03 …” says when it happened</source>
        <translation>写入；以“10:03 …”开头可注明发生时间</translation>
    </message>
    <message>
        <source>another line of it</source>
        <translation>另起一行</translation>
    </message>
    <message>
        <source>correct the chosen entry</source>
        <translation>更正所选记录</translation>
    </message>
    <message>
        <source>strike it, with the reason</source>
        <translation>作废该条，并注明原因</translation>
    </message>
    <message>
        <source>go to the newest</source>
        <translation>跳到最新记录</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>F1 shows and hides them</source>
        <translation>F1 显示或隐藏</translation>
    </message>
</context>
<context>
    <name>LackPanel</name>
    <message>
        <source>Plans and people</source>
        <translation>预案与人员</translation>
    </message>
    <message>
        <source>What the plans lack</source>
        <translation>预案缺口</translation>
    </message>
</context>
<context>
    <name>Loudspeaker</name>
    <message>
        <source>No loudspeaker answers: plug one in, or choose one in the system&apos;s sound settings</source>
        <translation>没有可用的扬声器：请接上扬声器，或在系统声音设置中选择一个</translation>
    </message>
    <message>
        <source>The sounds that ship with Muster cannot be read: install it again</source>
        <translation>无法读取随 Muster 提供的提示音：请重新安装</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Not done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Practice only. Nothing here counts in the statistics.</source>
        <translation>仅为演练，不计入统计。</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Muster – {station}</source>
        <translation>Muster – {station}</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>启动事件</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>Shift log</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>Print the record…</source>
        <translation>打印处置记录…</translation>
    </message>
    <message>
        <source>Type in a sheet…</source>
        <translation>补录手写记录…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>事件档案</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>应急准备</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Staff and duty</source>
        <translation>人员与值班</translation>
    </message>
    <message>
        <source>Addresses of messages…</source>
        <translation>消息的发送地址…</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Wall screens</source>
        <translation>大屏设置</translation>
    </message>
    <message>
        <source>Station and name…</source>
        <translation>席位与姓名…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Leave Muster</source>
        <translation>退出 Muster</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>the server refused the connection</source>
        <translation>服务器拒绝连接</translation>
    </message>
    <message>
        <source>no answer from the server in time</source>
        <translation>服务器应答超时</translation>
    </message>
    <message>
        <source>there is no such server</source>
        <translation>找不到该服务器</translation>
    </message>
    <message>
        <source>the server’s certificate is not trusted</source>
        <translation>服务器的证书不受信任</translation>
    </message>
    <message>
        <source>the server refused the login</source>
        <translation>服务器拒绝登录</translation>
    </message>
    <message>
        <source>the server answered {said}</source>
        <translation>服务器返回 {said}</translation>
    </message>
    <message>
        <source>the server did not take it: {said}</source>
        <translation>服务器未接收：{said}</translation>
    </message>
    <message>
        <source>the station stopped meanwhile: not known whether it went out</source>
        <translation>席位中途停止运行：是否发出不明</translation>
    </message>
    <message>
        <source>this address is no longer kept or in use</source>
        <translation>该地址已删除或停用</translation>
    </message>
    <message>
        <source>no address is chosen for it</source>
        <translation>没有为此选定发送地址</translation>
    </message>
    <message>
        <source>the addresses are kept beside the shared log, which is away</source>
        <translation>发送地址存放在共享日志处，目前连不上</translation>
    </message>
    <message>
        <source>this address is not chosen for drills</source>
        <translation>该地址未选作演练用</translation>
    </message>
    <message>
        <source>the address cannot be read</source>
        <translation>该地址无法读取</translation>
    </message>
    <message>
        <source>nothing is ever sent from here</source>
        <translation>本席位不对外发送消息</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Retry</source>
        <translation>重发</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>delivered {time} in {seconds} s</source>
        <translation>{time} 送达，用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>not known whether it went out: phone them, or send it again</source>
        <translation>是否发出不明：请打电话，或重发</translation>
    </message>
    <message>
        <source>sent by itself</source>
        <translation>自动发送</translation>
    </message>
    <message>
        <source>Nothing to send yet. Write sends any words.</source>
        <translation>暂无待发消息。按“写消息”可自行编写。</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 条发送失败</translation>
    </message>
    <message>
        <source>{count} sent</source>
        <translation>已发 {count} 条</translation>
    </message>
    <message>
        <source>no address: phone them, or tick one</source>
        <translation>没有地址：请打电话，或勾选一个</translation>
    </message>
    <message>
        <source>Tell {who}</source>
        <translation>通报{who}</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>发送…</translation>
    </message>
    <message>
        <source>Send by itself: switch off…</source>
        <translation>关闭自动发送…</translation>
    </message>
    <message>
        <source>Send by itself: switch on…</source>
        <translation>开启自动发送…</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>写消息…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Send a message: tell {who}</source>
        <translation>发送消息：通报{who}</translation>
    </message>
    <message>
        <source>A drill: only addresses chosen for drills are offered.</source>
        <translation>演练：只列出选作演练用的地址。</translation>
    </message>
    <message>
        <source>No address is kept for this one: tick whom it goes to.</source>
        <translation>该对象没有留存地址：请勾选发给谁。</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Messages of “{plan}” go out only when somebody sends them?</source>
        <translation>“{plan}”的消息改为由人发送？</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From now on, send messages of “{plan}” without asking?</source>
        <translation>今后自动发送“{plan}”的消息，不再询问？</translation>
    </message>
    <message>
        <source>As soon as they are to be told: {whom}. In all incidents.</source>
        <translation>一到应通报时即发给：{whom}。适用于所有事件。</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
</context>
<context>
    <name>MessagesPanel</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写消息</translation>
    </message>
    <message>
        <source>By itself: on</source>
        <translation>自动发送：开</translation>
    </message>
    <message>
        <source>By itself: off</source>
        <translation>自动发送：关</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>{title} ({count} inject)</source>
        <translation>{title}（{count} 个情景）</translation>
    </message>
    <message>
        <source>{title} ({count} injects)</source>
        <translation>{title}（{count} 个情景）</translation>
    </message>
    <message>
        <source>This plan is meant for {count} people or more.</source>
        <translation>本预案适用于 {count} 人及以上。</translation>
    </message>
    <message>
        <source>{plan}, {place}</source>
        <translation>{plan}，{place}</translation>
    </message>
</context>
<context>
    <name>OpeningPanel</name>
    <message>
        <source>This site has no plan yet.</source>
        <translation>本单位尚无预案。</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>启动事件</translation>
    </message>
    <message>
        <source>Enter opens, Esc leaves</source>
        <translation>Enter 启动，Esc 退出</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>预案(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>地点(&amp;L)</translation>
    </message>
    <message>
        <source>Le&amp;vel</source>
        <translation>级别(&amp;V)</translation>
    </message>
    <message>
        <source>P&amp;hase</source>
        <translation>阶段(&amp;H)</translation>
    </message>
    <message>
        <source>People, a&amp;bout</source>
        <translation>人数（约）(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>名称(&amp;T)</translation>
    </message>
    <message>
        <source>empty: plan and place</source>
        <translation>留空则用预案和地点</translation>
    </message>
    <message>
        <source>This is a &amp;drill</source>
        <translation>这是演练(&amp;D)</translation>
    </message>
    <message>
        <source>Script of the drill</source>
        <translation>演练脚本</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>– choose –</source>
        <translation>– 请选择 –</translation>
    </message>
    <message>
        <source>Without a script</source>
        <translation>不用脚本</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>This was not recorded: {path} cannot be written ({said}). Free some space or check the disk, then do it again.</source>
        <translation>未能记录：{path} 无法写入（{said}）。请腾出空间或检查磁盘后重新操作。</translation>
    </message>
    <message>
        <source>The outbox was damaged. What could be read was kept ({kept} waiting); what could not was moved to {path}. Check the disk, and compare the last entries with your notes.</source>
        <translation>待发记录文件曾损坏。可读的部分已保留（{kept} 条待同步），不可读的部分移至 {path}。请检查磁盘，并将最后几条记录与手头笔记核对。</translation>
    </message>
    <message>
        <source>The outbox was cut in half while it was written: nothing that was shown as done is lost ({kept} waiting). The rest of a line is in {path}.</source>
        <translation>待发记录文件在写入时中断：已显示完成的记录没有丢失（{kept} 条待同步）。残缺的一行保存在 {path}。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Roster</source>
        <translation>人员到场</translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>电话通知单</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>Site plan</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>{unhurt} unhurt • {slightly} slightly hurt • {badly} badly hurt</source>
        <translation>未受伤 {unhurt} • 轻伤 {slightly} • 重伤 {badly}</translation>
    </message>
    <message>
        <source>{told} • counted {time} by {by}</source>
        <translation>{told} • {by}于 {time} 清点</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未清点</translation>
    </message>
    <message>
        <source>{count} hurt</source>
        <translation>{count} 人受伤</translation>
    </message>
    <message>
        <source>Count…</source>
        <translation>清点…</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>no longer; first {time}</source>
        <translation>已解除；最早 {time}</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Seen…</source>
        <translation>发现…</translation>
    </message>
    <message>
        <source>about {count} person</source>
        <translation>约 {count} 人</translation>
    </message>
    <message>
        <source>{sign}: where?</source>
        <translation>{sign}：在哪里？</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地点</translation>
    </message>
    <message>
        <source>about {count} people</source>
        <translation>约 {count} 人</translation>
    </message>
    <message>
        <source>Seen, where and what…</source>
        <translation>发现，记录地点和情况…</translation>
    </message>
    <message>
        <source>How many people: {zone}</source>
        <translation>清点人数：{zone}</translation>
    </message>
    <message>
        <source>Numbers only, never names. They replace the last count here.</source>
        <translation>只填人数，不填姓名。将替换此处上次的清点数。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Unhurt</source>
        <translation>未受伤</translation>
    </message>
    <message>
        <source>Slightly hurt</source>
        <translation>轻伤</translation>
    </message>
    <message>
        <source>Badly hurt</source>
        <translation>重伤</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>People and what was seen</source>
        <translation>人数与情形</translation>
    </message>
</context>
<context>
    <name>PlanFile</name>
    <message>
        <source>nothing happens; add injects, or events, or both</source>
        <translation>没有任何内容；请写 injects 或 events，或两者都写</translation>
    </message>
    <message>
        <source>missing; events need “{field}: …”</source>
        <translation>缺少；有 events 时须写“{field}: …”</translation>
    </message>
    <message>
        <source>“{kind}” takes no “of”; leave it out</source>
        <translation>“{kind}”不带“of”，请删去</translation>
    </message>
    <message>
        <source>the plan has no level {level}</source>
        <translation>预案中没有{level}级</translation>
    </message>
    <message>
        <source>{at} after {before}; put them in order of time</source>
        <translation>{at} 排在 {before} 之后，请按时间先后排列</translation>
    </message>
    <message>
        <source>confirmed but not empty; tell first that the zone is empty</source>
        <translation>已确认但未清空；请先写明区域已清空</translation>
    </message>
    <message>
        <source>the same as in {place}[{number}]; each must be different</source>
        <translation>与 {place}[{number}] 相同；各项不得重复</translation>
    </message>
    <message>
        <source>“{key}” is not defined; did you mean “{meant}”?</source>
        <translation>“{key}”未定义；是否应为“{meant}”？</translation>
    </message>
    <message>
        <source>“{key}” is not defined; define it</source>
        <translation>“{key}”未定义；请先定义</translation>
    </message>
    <message>
        <source>“{key}” is not defined; defined are: {known}</source>
        <translation>“{key}”未定义；已定义的有：{known}</translation>
    </message>
    <message>
        <source>“{key}” already means a role or everyone; choose another key</source>
        <translation>“{key}”已用于岗位或全员；请另选键名</translation>
    </message>
    <message>
        <source>“{key}” has parts of its own, so it cannot be a part; one step only</source>
        <translation>“{key}”自身已有下级，不能再作下级；只允许一层</translation>
    </message>
    <message>
        <source>the plan itself; name another one that it opens</source>
        <translation>此处写的是本预案自身；请写它要启动的另一份预案</translation>
    </message>
    <message>
        <source>nothing to send by itself; add a “message” or delete this</source>
        <translation>没有可自动发送的内容；请加上“message”或删除此项</translation>
    </message>
    <message>
        <source>level {level} is not among the levels of the plan</source>
        <translation>预案的级别中没有{level}级</translation>
    </message>
    <message>
        <source>level {level} is below {before}, from which it begins; so it would never begin</source>
        <translation>{level}级低于起始的{before}级，因此永不开始</translation>
    </message>
    <message>
        <source>“{sign}” is counted, so nothing begins with it; write “from_people: 20”, or a “when” in words</source>
        <translation>“{sign}”按数量计，不能作为开始条件；请写“from_people: 20”，或用文字写“when”</translation>
    </message>
    <message>
        <source>a brace without its other half; write words like {example}</source>
        <translation>花括号没有配对；请写成 {example} 这样</translation>
    </message>
    <message>
        <source>{word} is not known; did you mean {meant}?</source>
        <translation>不识别 {word}；是否应为 {meant}？</translation>
    </message>
    <message>
        <source>{word} is not known; possible are: {known}</source>
        <translation>不识别 {word}；可用：{known}</translation>
    </message>
    <message>
        <source>it proposes nothing; add “propose: III”, “services: [110]”, or both</source>
        <translation>没有提议任何内容；请加上“propose: III”或“services: [110]”，也可两者都写</translation>
    </message>
    <message>
        <source>“{sign}” is seen or not, and never counted; delete this</source>
        <translation>“{sign}”只分有无，不计数量；请删除此项</translation>
    </message>
    <message>
        <source>nobody could answer in time; write “60 s” or more</source>
        <translation>没有人来得及报到；请写“60 s”或更长</translation>
    </message>
    <message>
        <source>the next roll call would begin before the second try has ended; write more than twice the window</source>
        <translation>第二次点名尚未结束，下一轮就会开始；请写大于“window”两倍的时长</translation>
    </message>
    <message>
        <source>{count} representatives; the regulations allow 1 to {limit}</source>
        <translation>{count} 名代表；按规定可为 1 至 {limit} 名</translation>
    </message>
    <message>
        <source>names and contact details are kept for at most {days} days</source>
        <translation>姓名与联系方式最多保留 {days} 天</translation>
    </message>
    <message>
        <source>the answer would be due before the matter is taken up; write a longer time</source>
        <translation>答复期限早于受理期限；请写更长的时间</translation>
    </message>
    <message>
        <source>level IV is missing; every plan starts with it</source>
        <translation>缺少 IV 级；每份预案都从 IV 级开始</translation>
    </message>
    <message>
        <source>{level} after {before}; write each level once, in the order IV to I</source>
        <translation>{level}排在 {before} 之后；各级只写一次，按 IV 至 I 的顺序</translation>
    </message>
    <message>
        <source>nobody commands; give the commander’s role “succession: 0”</source>
        <translation>无人指挥；请在指挥岗位写“succession: 0”</translation>
    </message>
    <message>
        <source>deputies but no commander; give the commander’s role “succession: 0”</source>
        <translation>有副指挥而无指挥；请在指挥岗位写“succession: 0”</translation>
    </message>
    <message>
        <source>“{role}” is not in the succession; give that role a “succession”</source>
        <translation>“{role}”不在接替顺序中；请为该岗位写“succession”</translation>
    </message>
    <message>
        <source>{count} people; a role needs at least one, the commander’s just one</source>
        <translation>{count} 人；每个岗位至少一人，指挥岗位只能一人</translation>
    </message>
    <message>
        <source>this never applies: earlier deadlines cover everyone it names; move it up or delete it</source>
        <translation>此项永不生效：前面的时限已涵盖所列全部人员；请上移或删除</translation>
    </message>
    <message>
        <source>no deadline for “{role}” with duty “{duty}”; end the list with one for all, such as “- within: 30 min”</source>
        <translation>“{role}”在值班状态“{duty}”下没有时限；请在末尾写一条通用时限，如“- within: 30 min”</translation>
    </message>
    <message>
        <source>0 would always propose; write 1 or more</source>
        <translation>写 0 会一直提议；请写 1 或以上</translation>
    </message>
    <message>
        <source>anchors (&amp; and *) are not used; write it out</source>
        <translation>不支持锚点（&amp; 和 *）；请完整写出</translation>
    </message>
    <message>
        <source>marks like {tag} are not used; delete it</source>
        <translation>不支持 {tag} 这类标记；请删除</translation>
    </message>
    <message>
        <source>nothing is written here; fill it in or delete it</source>
        <translation>此处为空；请填写或删除</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>keys with values</source>
        <translation>键值</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>单个值</translation>
    </message>
    <message>
        <source>missing; add “{key}: …” here</source>
        <translation>缺少内容；请在此加上“{key}: …”</translation>
    </message>
    <message>
        <source>unknown key “{key}”; possible here: {known}</source>
        <translation>未知的键“{key}”；此处可用：{known}</translation>
    </message>
    <message>
        <source>unknown key “{key}”; did you mean “{meant}”?</source>
        <translation>未知的键“{key}”；是否应为“{meant}”？</translation>
    </message>
    <message>
        <source>a comma ends a text inside {{…}}; put a text with commas in quotes</source>
        <translation>在 {{…}} 中逗号表示文字结束；含逗号的文字请加引号</translation>
    </message>
    <message>
        <source>the English is missing; add “en: …”</source>
        <translation>缺少英文；请加上“en: …”</translation>
    </message>
    <message>
        <source>the Chinese is missing; add “zh: …”</source>
        <translation>缺少中文；请加上“zh: …”</translation>
    </message>
    <message>
        <source>{found} where a single value is meant</source>
        <translation>此处应为单个值，却是{found}</translation>
    </message>
    <message>
        <source>{found} where a list is meant; write [a, b] or one “- ” line for each</source>
        <translation>此处应为列表，却是{found}；请写成 [a, b]，或每项一行“- ”</translation>
    </message>
    <message>
        <source>{size} items; the limit is {limit}</source>
        <translation>共 {size} 项；上限为 {limit} 项</translation>
    </message>
    <message>
        <source>only one language; write {{en: …, zh: …}} with both</source>
        <translation>只有一种语言；请写成 {{en: …, zh: …}}，两种都要</translation>
    </message>
    <message>
        <source>{found} where words are meant</source>
        <translation>此处应为文字，却是{found}</translation>
    </message>
    <message>
        <source>{found} where keys are meant; write “key: value”, one on each line</source>
        <translation>此处应为键值，却是{found}；请写成“key: value”，每行一项</translation>
    </message>
    <message>
        <source>“{key}” is written twice here, first in line {line}; keep one</source>
        <translation>“{key}”在此重复，首次出现在第 {line} 行；请只留一处</translation>
    </message>
    <message>
        <source>empty; write the words</source>
        <translation>为空；请填写文字</translation>
    </message>
    <message>
        <source>a line break or tab in the text; write one paragraph</source>
        <translation>文字中有换行或制表符；请写成一段</translation>
    </message>
    <message>
        <source>an invisible character in the text (U+{code}); delete it</source>
        <translation>文字中有不可见字符（U+{code}）；请删除</translation>
    </message>
    <message>
        <source>{size} characters; the limit is {limit}, so shorten it</source>
        <translation>共 {size} 字；上限为 {limit} 字，请缩短</translation>
    </message>
    <message>
        <source>“{written}” cannot be read; write it like {hint}</source>
        <translation>无法识别“{written}”；请写成 {hint} 这样</translation>
    </message>
    <message>
        <source>“{written}” is too long; the limit is {limit} d</source>
        <translation>“{written}”过长；上限为 {limit} 天</translation>
    </message>
    <message>
        <source>“{written}” is negative; write “{meant}” or “at once”</source>
        <translation>“{written}”为负数；请写“{meant}”或“at once”</translation>
    </message>
    <message>
        <source>“{written}” is no duration; write it like “{meant}” or “at once”</source>
        <translation>“{written}”不是时长；请写成“{meant}”或“at once”</translation>
    </message>
    <message>
        <source>“{written}” is unknown here; write one of: {known}</source>
        <translation>此处不识别“{written}”；请写以下之一：{known}</translation>
    </message>
    <message>
        <source>“{written}” is unknown here; did you mean “{meant}”? Possible are: {known}</source>
        <translation>此处不识别“{written}”；是否应为“{meant}”？可用：{known}</translation>
    </message>
    <message>
        <source>“{written}” is no whole number; write one like 20</source>
        <translation>“{written}”不是整数；请写成 20 这样</translation>
    </message>
    <message>
        <source>{number} is out of range; write 0 to {limit}</source>
        <translation>{number} 超出范围；请写 0 至 {limit}</translation>
    </message>
    <message>
        <source>“{written}” is no key; write English letters, digits, “_” and “-” only</source>
        <translation>“{written}”不能作键；只可用英文字母、数字、“_”和“-”</translation>
    </message>
    <message>
        <source>a second document after “---”; write one per file</source>
        <translation>“---”后还有第二份文档；每个文件只写一份</translation>
    </message>
    <message>
        <source>a quotation mark opens here and is never closed</source>
        <translation>此处的引号没有配对</translation>
    </message>
    <message>
        <source>a bracket opens here and is not closed, or a comma is missing</source>
        <translation>此处的括号没有配对，或缺少逗号</translation>
    </message>
    <message>
        <source>something is missing after a comma or bracket, or a bracket is not closed</source>
        <translation>逗号或括号后缺少内容，或括号没有配对</translation>
    </message>
    <message>
        <source>“: ” is missing after a key</source>
        <translation>键后缺少“: ”</translation>
    </message>
    <message>
        <source>“: ” does not fit here; put a text with a colon in quotes, give every key its own line, and indent like the lines above</source>
        <translation>此处不应有“: ”；含冒号的文字请加引号，每个键单独一行，缩进与上文一致</translation>
    </message>
    <message>
        <source>a text cannot start with this character; put it in quotes</source>
        <translation>文字不能以此字符开头；请加引号</translation>
    </message>
    <message>
        <source>indented differently from the lines it belongs with</source>
        <translation>缩进与同组各行不一致</translation>
    </message>
    <message>
        <source>this is not UTF-8 text; save the file again with the encoding UTF-8</source>
        <translation>不是 UTF-8 文本；请以 UTF-8 编码重新保存</translation>
    </message>
    <message>
        <source>the file has {size} characters; the limit is {limit}</source>
        <translation>文件共 {size} 字；上限为 {limit} 字</translation>
    </message>
    <message>
        <source>a tab at the start of the line; indent with two spaces instead</source>
        <translation>行首有制表符；请改用两个空格缩进</translation>
    </message>
    <message>
        <source>a character that text files do not have (U+{code}); delete it</source>
        <translation>文本文件中不应有的字符（U+{code}）；请删除</translation>
    </message>
    <message>
        <source>brackets are nested too deeply</source>
        <translation>括号嵌套过深</translation>
    </message>
    <message>
        <source>the file is empty; start from the blank plan and change it</source>
        <translation>文件为空；请从空白预案改起</translation>
    </message>
    <message>
        <source>a full-width colon “：”; write “: ” after a key</source>
        <translation>这是全角冒号“：”；键后请写半角“: ”</translation>
    </message>
    <message>
        <source>not readable as YAML: {detail}</source>
        <translation>无法按 YAML 读取：{detail}</translation>
    </message>
    <message>
        <source>at least {least} points are needed; here: {size}</source>
        <translation>至少需要 {least} 个点；此处 {size} 个</translation>
    </message>
    <message>
        <source>a point is [across, down], each from 0 to {most} of the picture</source>
        <translation>点应写成 [横向, 纵向]，各为图上的 0 至 {most}</translation>
    </message>
    <message>
        <source>there is no plan “{named}”; write “{meant}”, or name its file with --plan</source>
        <translation>没有预案“{named}”；请写“{meant}”，或用 --plan 指明其文件</translation>
    </message>
    <message>
        <source>“{title}” is no column; did you mean “{meant}”?</source>
        <translation>没有“{title}”这一列；是否应为“{meant}”？</translation>
    </message>
    <message>
        <source>“{title}” is there twice. Leave one of the two out.</source>
        <translation>“{title}”列出现了两次。请删去一列。</translation>
    </message>
    <message>
        <source>The first row has no column for names. It may have: {known}.</source>
        <translation>首行没有姓名列。可用的列：{known}。</translation>
    </message>
    <message>
        <source>The table is empty. Its first row says what the columns are: Name, Role, …</source>
        <translation>表是空的。首行应写明各列：姓名、岗位……</translation>
    </message>
    <message>
        <source>There is nobody in the table. Write one in each row.</source>
        <translation>表中没有人员。请每行写一人。</translation>
    </message>
    <message>
        <source>There is no name in this row. Write one, or clear it.</source>
        <translation>此行没有姓名。请填写，或清空此行。</translation>
    </message>
    <message>
        <source>{count} people are called “{name}”. Write the badge too, so that it is clear who.</source>
        <translation>有 {count} 人叫“{name}”。请同时填写工牌，以便区分。</translation>
    </message>
    <message>
        <source>No plan has a role “{word}”.{perhaps}</source>
        <translation>各预案中没有岗位“{word}”。{perhaps}</translation>
    </message>
    <message>
        <source>No plan has a group “{word}”.{perhaps}</source>
        <translation>各预案中没有小组“{word}”。{perhaps}</translation>
    </message>
    <message>
        <source> Did you mean “{meant}”?</source>
        <translation>是否应为“{meant}”？</translation>
    </message>
    <message>
        <source>“{word}” is neither yes nor no.</source>
        <translation>“{word}”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>This person is in row {row} already.</source>
        <translation>此人已在第 {row} 行。</translation>
    </message>
    <message>
        <source>Badge {badge} is in row {row} already.</source>
        <translation>工牌 {badge} 已在第 {row} 行。</translation>
    </message>
    <message>
        <source>Badge {badge} belongs to {name} already.</source>
        <translation>工牌 {badge} 已属于{name}。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language (F3)</source>
        <translation>语言（F3）</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Theme (F4)</source>
        <translation>主题（F4）</translation>
    </message>
    <message>
        <source>Text size (Ctrl + −)</source>
        <translation>文字大小（Ctrl + −）</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Alarm sounds</source>
        <translation>告警声音</translation>
    </message>
    <message>
        <source>Spoken after the sound</source>
        <translation>提示音后语音播报</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>值班台</translation>
    </message>
    <message>
        <source>Commander: people missing are always heard</source>
        <translation>指挥席：有人尚未报到时必响</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>本席位</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>{what}, page {page} of {pages}</source>
        <translation>{what}，第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>尚未打印</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>不打印</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the record of this incident</source>
        <translation>打印本事件的处置记录</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>A PDF for the archive. That it was printed is entered too.</source>
        <translation>生成可存档的 PDF，打印操作同时记入日志。</translation>
    </message>
    <message>
        <source>names and numbers of people; every page is marked</source>
        <translation>姓名和电话（每页均有标注）</translation>
    </message>
    <message>
        <source>look at the pages</source>
        <translation>先查看页面</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>With</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>打印前</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>尚未打印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Print what the plans lack, and the week</source>
        <translation>打印预案缺口和一周情况</translation>
    </message>
    <message>
        <source>With the names of staff, without their numbers.</source>
        <translation>含人员姓名，不含电话。</translation>
    </message>
</context>
<context>
    <name>PrintingBand</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Plan proposes {level}</source>
        <translation>预案提议升至{level}级</translation>
    </message>
    <message>
        <source>Raise…</source>
        <translation>升级…</translation>
    </message>
    <message>
        <source>Plan proposes calling {service}</source>
        <translation>预案提议拨打 {service}</translation>
    </message>
    <message>
        <source>Call {service}…</source>
        <translation>拨打 {service}…</translation>
    </message>
    <message>
        <source>{count} person ≥ {at_least}</source>
        <translation>{count} 人 ≥ {at_least}</translation>
    </message>
    <message>
        <source>{count} people ≥ {at_least}</source>
        <translation>{count} 人 ≥ {at_least}</translation>
    </message>
    <message>
        <source>{count} hurt ≥ {at_least}</source>
        <translation>受伤 {count} 人 ≥ {at_least}</translation>
    </message>
    <message>
        <source>{count} zone ≥ {at_least}</source>
        <translation>涉及区域 {count} 处 ≥ {at_least}</translation>
    </message>
    <message>
        <source>{count} zones ≥ {at_least}</source>
        <translation>涉及区域 {count} 处 ≥ {at_least}</translation>
    </message>
    <message>
        <source>{told}  •  and {count} more</source>
        <translation>{told}  •  另有 {count} 项</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Raise to level {level} {word}</source>
        <translation>升至{level}级（{word}色）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>{count} on duty</source>
        <translation>在班 {count} 人</translation>
    </message>
    <message>
        <source>plans ready: {ready} of {count}</source>
        <translation>{count} 个预案中 {ready} 个已就绪</translation>
    </message>
    <message>
        <source>drills not known</source>
        <translation>演练情况未知</translation>
    </message>
    <message>
        <source>This site has no plan that calls anybody.</source>
        <translation>本场所没有需要召集人员的预案。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{day} {hour}:00, worst of the last weeks: {date}</source>
        <translation>{day} {hour}:00（近几周中最差的一次：{date}）</translation>
    </message>
    <message>
        <source>{day} {hour}:00, as on {date}</source>
        <translation>{day} {hour}:00（参照 {date}）</translation>
    </message>
    <message>
        <source>{count} places unfilled</source>
        <translation>{count} 个岗位无人</translation>
    </message>
    <message>
        <source>1 place unfilled</source>
        <translation>1 个岗位无人</translation>
    </message>
    <message>
        <source>hangs on {count} alone</source>
        <translation>仅靠 {count} 人支撑</translation>
    </message>
    <message>
        <source>drill due</source>
        <translation>应组织演练</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>last drill not known</source>
        <translation>上次演练时间未知</translation>
    </message>
    <message>
        <source>never drilled</source>
        <translation>从未演练</translation>
    </message>
    <message>
        <source>last drill {date}</source>
        <translation>上次演练 {date}</translation>
    </message>
    <message>
        <source>drill overdue, the last was {date}</source>
        <translation>演练逾期，上次为 {date}</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>全部即刻到位</translation>
    </message>
    <message>
        <source>all within {minutes} min</source>
        <translation>全部 {minutes} 分钟内到位</translation>
    </message>
    <message>
        <source>nobody could come in time</source>
        <translation>无人能按时到位</translation>
    </message>
    <message>
        <source>{filled} of {needed}</source>
        <translation>{needed} 人中有 {filled} 人</translation>
    </message>
    <message>
        <source>only those on duty, or off duty with a number, count</source>
        <translation>仅计在班人员，以及留有电话的休班人员</translation>
    </message>
    <message>
        <source>without them nobody for: {roles}</source>
        <translation>缺此人则无人担任：{roles}</translation>
    </message>
    <message>
        <source>no one else</source>
        <translation>无人可替</translation>
    </message>
    <message>
        <source>called by: {plans}</source>
        <translation>涉及预案：{plans}</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在班</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>休班</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>未留电话</translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Readiness</source>
        <translation>应急准备</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>一周</translation>
    </message>
</context>
<context>
    <name>Reception</name>
    <message>
        <source>Nobody was received.</source>
        <translation>没有接待过来访。</translation>
    </message>
    <message>
        <source>Nobody is received yet. Shift+J begins a reception.</source>
        <translation>尚未接待来访。按 Shift+J 开始接待。</translation>
    </message>
    <message>
        <source>Receive a representative…</source>
        <translation>接待代表…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>承诺…</translation>
    </message>
    <message>
        <source>Matter, how many, unit…</source>
        <translation>事项、人数、单位…</translation>
    </message>
    <message>
        <source>End the reception…</source>
        <translation>结束接待…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Name and contact…</source>
        <translation>姓名与联系方式…</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Erase name and contact…</source>
        <translation>删除姓名与联系方式…</translation>
    </message>
    <message>
        <source>{going_on} going on, {all} in all</source>
        <translation>{going_on} 次进行中，共 {all} 次</translation>
    </message>
    <message>
        <source>Begin a reception</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>At most {most}, chosen by the visitors.</source>
        <translation>最多 {most} 人，由来访群众推选。</translation>
    </message>
    <message>
        <source>Receive a representative</source>
        <translation>接待代表</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Name and contact of representative {number}</source>
        <translation>代表 {number} 的姓名与联系方式</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Erase name and contact of representative {number} now? They cannot be had back.</source>
        <translation>现在删除代表 {number} 的姓名与联系方式？删除后无法找回。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Answer: {matter}</source>
        <translation>答复：{matter}</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>3 for three days, 12-01 17:00, or 14:15</source>
        <translation>3 表示三天后，或 12-01 17:00、14:15</translation>
    </message>
    <message>
        <source>Promise: {matter}</source>
        <translation>承诺：{matter}</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结束情况</translation>
    </message>
    <message>
        <source>End: {matter}</source>
        <translation>结束接待：{matter}</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>反映事项</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Unit or address</source>
        <translation>单位或住址</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可留空</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone or address</source>
        <translation>电话或住址</translation>
    </message>
    <message>
        <source>Name and contact only of those who want an answer: they are kept apart from the log, shown to nobody but those who record here, and erased on {day}.</source>
        <translation>只登记需要答复的人的姓名与联系方式：不写入日志，单独保存，只有在此记录的人员能看到，{day} 删除。</translation>
    </message>
    <message>
        <source>Law and policy</source>
        <translation>法规政策</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} person</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>received by {name}</source>
        <translation>接待人：{name}</translation>
    </message>
    <message>
        <source>{count} of at most {most} representatives</source>
        <translation>代表 {count} 人（最多 {most} 人）</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>{time} 结束</translation>
    </message>
    <message>
        <source>Reception {number}</source>
        <translation>第 {number} 场接待</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Representative {number}</source>
        <translation>{number} 号代表</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>{time} 离开</translation>
    </message>
    <message>
        <source>name and contact erased on {day}</source>
        <translation>姓名与联系方式已于 {day} 删除</translation>
    </message>
    <message>
        <source>no name, no contact kept</source>
        <translation>未留姓名和联系方式</translation>
    </message>
    <message>
        <source>erased on {day}</source>
        <translation>{day} 删除</translation>
    </message>
    <message>
        <source>name and contact kept apart, {until}</source>
        <translation>姓名与联系方式单独保存，{until}</translation>
    </message>
    <message>
        <source>{time} by {by}</source>
        <translation>{by}，{time}</translation>
    </message>
</context>
<context>
    <name>ReceptionPanel</name>
    <message>
        <source>Reception</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Level</source>
        <translation>响应级别</translation>
    </message>
    <message>
        <source>Call-outs</source>
        <translation>人员召集</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>外部力量</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>{count} together</source>
        <translation>共 {count} 项</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>到位</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>What had a deadline</source>
        <translation>限时事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>未到时限</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>missed, {time} ago</source>
        <translation>未完成，已超 {time}</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>{kept} of {all} in time</source>
        <translation>按时 {kept}/{all}</translation>
    </message>
    <message>
        <source>Contains personal details: for the response only, destroy afterwards</source>
        <translation>含个人信息：仅供本次处置使用，用后销毁</translation>
    </message>
    <message>
        <source>Plan {version} • printed {made}</source>
        <translation>预案版本 {version} • {made} 打印</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Drill? yes / no</source>
        <translation>演练？是 / 否</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Once the power is back: type each line in with its own time (“10:03 gate shut”); it is marked as written later. Then keep the sheet with the record.</source>
        <translation>恢复供电后：逐行补录，写明发生时间（如“10:03 北门关闭”），系统自动标明补记。补录后本表随处置记录存档。</translation>
    </message>
    <message>
        <source>Written by, date</source>
        <translation>撰写人、日期</translation>
    </message>
    <message>
        <source>Typed in by, date and time</source>
        <translation>补录人、日期和时间</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Must be here within</source>
        <translation>到位时限</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>ETA</source>
        <translation>预计到达</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Services and who must be told</source>
        <translation>外部力量和应通报对象</translation>
    </message>
    <message>
        <source>{on}; off duty {off}</source>
        <translation>{on}；不在岗 {off}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What was said, reference</source>
        <translation>通话内容、受理编号</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Home unit</source>
        <translation>所属单位</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>签到时间</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>签到方式</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>What: who, where, how many</source>
        <translation>内容：何人、何处、多少</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>已补录</translation>
    </message>
    <message>
        <source>Zone or part</source>
        <translation>区域或分区</translation>
    </message>
    <message>
        <source>Cordoned</source>
        <translation>警戒</translation>
    </message>
    <message>
        <source>Evacuation begun</source>
        <translation>疏散开始</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应撤人数</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>撤出人数</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Confirmed by, time</source>
        <translation>确认人、时间</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Time / people</source>
        <translation>时间 / 人数</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>出入口</translation>
    </message>
    <message>
        <source>Shut at</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>Assembly points</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>出入口</translation>
    </message>
    <message>
        <source>1. Incident name</source>
        <translation>1. 事件名称</translation>
    </message>
    <message>
        <source>2. Incident number</source>
        <translation>2. 事件编号</translation>
    </message>
    <message>
        <source>Prepared by: name, position</source>
        <translation>填表人：姓名、职务</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>3. Date and time initiated</source>
        <translation>3. 启动日期和时间</translation>
    </message>
    <message>
        <source>4. Map or sketch</source>
        <translation>4. 平面图或草图</translation>
    </message>
    <message>
        <source>5. Situation summary, health and safety briefing</source>
        <translation>5. 情况概要、健康与安全提示</translation>
    </message>
    <message>
        <source>7. Current and planned objectives</source>
        <translation>7. 当前和计划目标</translation>
    </message>
    <message>
        <source>8. Current and planned actions</source>
        <translation>8. 当前和计划行动</translation>
    </message>
    <message>
        <source>9. Current organization</source>
        <translation>9. 当前组织</translation>
    </message>
    <message>
        <source>10. Resource summary</source>
        <translation>10. 资源概要</translation>
    </message>
    <message>
        <source>People there</source>
        <translation>现场人数</translation>
    </message>
    <message>
        <source>People hurt</source>
        <translation>伤员情况</translation>
    </message>
    <message>
        <source>Hazards and what was seen</source>
        <translation>危险因素和现场情形</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域情况</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全提示</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>Planned, with the time by when</source>
        <translation>计划行动（时间为完成时限）</translation>
    </message>
    <message>
        <source>acting</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Incident commander</source>
        <translation>现场指挥</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>无人担任</translation>
    </message>
    <message>
        <source>Position or group</source>
        <translation>职务或工作组</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>召集时间</translation>
    </message>
    <message>
        <source>Notes: location, assignment, status</source>
        <translation>备注：位置、任务、状态</translation>
    </message>
    <message>
        <source>3. Report version</source>
        <translation>3. 报告类别</translation>
    </message>
    <message>
        <source>4. Incident commander and organization</source>
        <translation>4. 现场指挥及所属单位</translation>
    </message>
    <message>
        <source>6. Incident start</source>
        <translation>6. 事件开始</translation>
    </message>
    <message>
        <source>7. Current size: zones in hand</source>
        <translation>7. 当前规模：管控区域数</translation>
    </message>
    <message>
        <source>9. Incident definition</source>
        <translation>9. 事件类型</translation>
    </message>
    <message>
        <source>10. Complexity: level</source>
        <translation>10. 复杂程度：响应级别</translation>
    </message>
    <message>
        <source>11. For time period</source>
        <translation>11. 报告时段</translation>
    </message>
    <message>
        <source>12. Prepared by</source>
        <translation>12. 填表人</translation>
    </message>
    <message>
        <source>13. Submitted</source>
        <translation>13. 报送时间</translation>
    </message>
    <message>
        <source>14. Approved by</source>
        <translation>14. 审批人</translation>
    </message>
    <message>
        <source>15. Sent to</source>
        <translation>15. 报送单位</translation>
    </message>
    <message>
        <source>25. Short location</source>
        <translation>25. 事发地点</translation>
    </message>
    <message>
        <source>28. Significant events for the time period</source>
        <translation>28. 报告时段内的重要情况</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>29. Materials or hazards involved</source>
        <translation>29. 涉及的物质或危险因素</translation>
    </message>
    <message>
        <source>30. Damage assessment</source>
        <translation>30. 损失评估</translation>
    </message>
    <message>
        <source>31. Public status</source>
        <translation>31. 公众情况</translation>
    </message>
    <message>
        <source>32. Responder status</source>
        <translation>32. 处置人员情况</translation>
    </message>
    <message>
        <source>33. Life, safety and health: remarks</source>
        <translation>33. 生命、安全与健康：说明</translation>
    </message>
    <message>
        <source>34. Life, safety and health: threat management</source>
        <translation>34. 生命、安全与健康：风险管控</translation>
    </message>
    <message>
        <source>35. Weather concerns</source>
        <translation>35. 气象影响</translation>
    </message>
    <message>
        <source>36. Projected incident activity</source>
        <translation>36. 事态发展预测</translation>
    </message>
    <message>
        <source>37. Strategic objectives</source>
        <translation>37. 总体目标</translation>
    </message>
    <message>
        <source>38. Current threat and risk</source>
        <translation>38. 当前威胁与风险</translation>
    </message>
    <message>
        <source>39. Critical resource needs</source>
        <translation>39. 急需资源</translation>
    </message>
    <message>
        <source>40. Strategic discussion</source>
        <translation>40. 策略说明</translation>
    </message>
    <message>
        <source>41. Planned actions for the next period</source>
        <translation>41. 下一时段计划行动</translation>
    </message>
    <message>
        <source>43. Anticipated end</source>
        <translation>43. 预计结束</translation>
    </message>
    <message>
        <source>45. Estimated costs to date</source>
        <translation>45. 迄今费用估算</translation>
    </message>
    <message>
        <source>47. Remarks: still to be told</source>
        <translation>47. 备注：尚待通报</translation>
    </message>
    <message>
        <source>48, 49. Organizations and resources</source>
        <translation>48、49. 参与单位和资源</translation>
    </message>
    <message>
        <source>51. Total personnel</source>
        <translation>51. 人员总数</translation>
    </message>
    <message>
        <source>5. Name</source>
        <translation>5. 姓名</translation>
    </message>
    <message>
        <source>6. Order: called</source>
        <translation>6. 召集时间</translation>
    </message>
    <message>
        <source>7. Check-in</source>
        <translation>7. 签到时间</translation>
    </message>
    <message>
        <source>10. Contact</source>
        <translation>10. 联系电话</translation>
    </message>
    <message>
        <source>11. Home unit</source>
        <translation>11. 所属单位</translation>
    </message>
    <message>
        <source>Method of check-in</source>
        <translation>签到方式</translation>
    </message>
    <message>
        <source>14. Assignment</source>
        <translation>14. 任务</translation>
    </message>
    <message>
        <source>53. Cooperating organizations</source>
        <translation>53. 协助单位</translation>
    </message>
    <message>
        <source>3. Check-in location</source>
        <translation>3. 签到地点</translation>
    </message>
    <message>
        <source>4. Start</source>
        <translation>4. 开始</translation>
    </message>
    <message>
        <source>5. Check-in information</source>
        <translation>5. 签到信息</translation>
    </message>
    <message>
        <source>badge</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>人工登记</translation>
    </message>
    <message>
        <source>ICS position</source>
        <translation>ICS 职务</translation>
    </message>
    <message>
        <source>Home agency and unit</source>
        <translation>所属单位</translation>
    </message>
    <message>
        <source>Notable activities</source>
        <translation>重要活动</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>2. Operational period</source>
        <translation>2. 行动时段</translation>
    </message>
    <message>
        <source>3. Name</source>
        <translation>3. 姓名</translation>
    </message>
    <message>
        <source>4. ICS position</source>
        <translation>4. ICS 职务</translation>
    </message>
    <message>
        <source>5. Home agency and unit</source>
        <translation>5. 所属单位</translation>
    </message>
    <message>
        <source>6. Resources assigned</source>
        <translation>6. 配属人员</translation>
    </message>
    <message>
        <source>7. Activity log</source>
        <translation>7. 活动记录</translation>
    </message>
    <message>
        <source>Who must be told</source>
        <translation>应通报对象</translation>
    </message>
    <message>
        <source>Nobody, by this plan at this level.</source>
        <translation>本预案在此级别下无须通报。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>To be told by</source>
        <translation>通报责任人</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已通报</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>通话内容</translation>
    </message>
    <message>
        <source>not reached ×{count}</source>
        <translation>{count} 次未联系上</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>None was called.</source>
        <translation>未呼叫外部力量。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发送对象</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>delivered {time}</source>
        <translation>{time} 送达</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>发送失败</translation>
    </message>
    <message>
        <source>result not known</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Checked by, date</source>
        <translation>核对人、日期</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>工作组</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>撤离</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>on duty when called</source>
        <translation>召集时在岗</translation>
    </message>
    <message>
        <source>Reception {number}</source>
        <translation>接待 {number}</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>来访事项</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Unit or address</source>
        <translation>单位或住址</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Representatives</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>details erased</source>
        <translation>信息已销毁</translation>
    </message>
    <message>
        <source>1 Cause</source>
        <translation>一、起因</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>现场情形</translation>
    </message>
    <message>
        <source>Visitors and bystanders</source>
        <translation>来访和围观人数</translation>
    </message>
    <message>
        <source>The cause, as found afterwards</source>
        <translation>事后查明的原因</translation>
    </message>
    <message>
        <source>2 Course</source>
        <translation>二、经过</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>响应过程图</translation>
    </message>
    <message>
        <source>To be added</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>3 Losses</source>
        <translation>三、损失</translation>
    </message>
    <message>
        <source>Damage seen</source>
        <translation>现场发现的损坏</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>照片和文件</translation>
    </message>
    <message>
        <source>People: injuries, treatment, costs</source>
        <translation>人员：伤情、救治、费用</translation>
    </message>
    <message>
        <source>Property: what, whose, amount, insurance</source>
        <translation>财产：名称、权属、金额、保险</translation>
    </message>
    <message>
        <source>4 What went well</source>
        <translation>四、有效做法</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>5 Deadlines met and missed</source>
        <translation>五、时限执行情况</translation>
    </message>
    <message>
        <source>None was missed.</source>
        <translation>没有超时。</translation>
    </message>
    <message>
        <source>Why they were missed</source>
        <translation>超时原因</translation>
    </message>
    <message>
        <source>Met, or still to come</source>
        <translation>按时或未到时限</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>6 Lessons</source>
        <translation>六、经验教训</translation>
    </message>
    <message>
        <source>7 Measures</source>
        <translation>七、改进措施</translation>
    </message>
    <message>
        <source>Owed after the end</source>
        <translation>后续事项</translation>
    </message>
    <message>
        <source>To be improved</source>
        <translation>需改进事项</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Approved by, date</source>
        <translation>批准人、日期</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>First report</source>
        <translation>初报</translation>
    </message>
    <message>
        <source>Further report</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告类别</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Number of this report</source>
        <translation>本次为第几次报告</translation>
    </message>
    <message>
        <source>Report before</source>
        <translation>上次报告时间</translation>
    </message>
    <message>
        <source>Serial number of the unit</source>
        <translation>单位文号</translation>
    </message>
    <message>
        <source>From (unit)</source>
        <translation>报送单位</translation>
    </message>
    <message>
        <source>To (unit)</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Commander, phone</source>
        <translation>现场指挥、电话</translation>
    </message>
    <message>
        <source>Since the report before</source>
        <translation>上次报告以来的新情况</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>没有新情况。</translation>
    </message>
    <message>
        <source>Reported already</source>
        <translation>此前已报告</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Exact place</source>
        <translation>准确地点</translation>
    </message>
    <message>
        <source>Nature: by plan</source>
        <translation>事件性质（按预案）</translation>
    </message>
    <message>
        <source>Source: reported by</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Damage and losses, as far as known</source>
        <translation>财产损失（已掌握）</translation>
    </message>
    <message>
        <source>Response expected to last</source>
        <translation>预计响应持续时间</translation>
    </message>
    <message>
        <source>Ways in and out, zones</source>
        <translation>出入通道和区域</translation>
    </message>
    <message>
        <source>Cause, as far as known</source>
        <translation>初步原因</translation>
    </message>
    <message>
        <source>Course and what was done</source>
        <translation>经过和已采取的措施</translation>
    </message>
    <message>
        <source>Still to be done</source>
        <translation>待办事项</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>未完成任务</translation>
    </message>
    <message>
        <source>Still to be told</source>
        <translation>尚待通报</translation>
    </message>
    <message>
        <source>Outcome and aftermath</source>
        <translation>处置结果和善后</translation>
    </message>
    <message>
        <source>Help wanted, and what is expected next</source>
        <translation>请求支援事项和下一步研判</translation>
    </message>
    <message>
        <source>Reported by, phone</source>
        <translation>报告人、电话</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Released by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>In numbers</source>
        <translation>主要数据</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>响应级别</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>处置经过</translation>
    </message>
    <message>
        <source>Grey: in time • hatched: late • white: still awaited • pale: no longer expected • upright stroke: deadline</source>
        <translation>灰色：按时 • 斜线：超时 • 白色：尚未到位 • 浅灰：不再等待 • 竖线：时限</translation>
    </message>
    <message>
        <source>Zones and cordons</source>
        <translation>区域和警戒</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Staff in time</source>
        <translation>人员按时到位</translation>
    </message>
    <message>
        <source>Tasks in time</source>
        <translation>任务按时完成</translation>
    </message>
    <message>
        <source>Told in time</source>
        <translation>按时通报</translation>
    </message>
    <message>
        <source>First of the staff here</source>
        <translation>首名人员到场</translation>
    </message>
    <message>
        <source>Commander here</source>
        <translation>现场指挥到场</translation>
    </message>
    <message>
        <source>First zone confirmed empty</source>
        <translation>首个区域确认清空</translation>
    </message>
    <message>
        <source>Follow-ups still owed</source>
        <translation>未完成后续事项</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录条数</translation>
    </message>
    <message>
        <source>{count}, {corrected} corrected</source>
        <translation>{count} 条，更正 {corrected} 条</translation>
    </message>
    <message>
        <source>{time}, {after} after the opening</source>
        <translation>{time}，启动后 {after}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Recorded by, at</source>
        <translation>记录人、席位</translation>
    </message>
    <message>
        <source>→ {told} — {time}, {by}</source>
        <translation>→ {told}（{time}，{by}）</translation>
    </message>
    <message>
        <source>The log is broken at No. {number}: this record proves nothing</source>
        <translation>日志自第 {number} 条起不完整：本记录不具证明效力</translation>
    </message>
    <message>
        <source>a practice incident: nothing of this happened</source>
        <translation>本事件为演练，并非真实发生</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>现场指挥</translation>
    </message>
    <message>
        <source>Declared over</source>
        <translation>宣布结束</translation>
    </message>
    <message>
        <source>entries without number, not in the shared log yet: {count}</source>
        <translation>{count} 条记录无序号：尚未进入共享日志</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>about {now} now, {most} at the most</source>
        <translation>目前约 {now} 人，最多 {most} 人</translation>
    </message>
    <message>
        <source>{unhurt} unhurt, {slightly} slightly hurt, {badly} badly hurt</source>
        <translation>未受伤 {unhurt} 人，轻伤 {slightly} 人，重伤 {badly} 人</translation>
    </message>
    <message>
        <source>{here} here of {called} called</source>
        <translation>召集 {called} 人，在场 {here} 人</translation>
    </message>
    <message>
        <source>no longer</source>
        <translation>已消除</translation>
    </message>
    <message>
        <source>called {time}</source>
        <translation>{time} 呼叫</translation>
    </message>
    <message>
        <source>arrived {time}</source>
        <translation>{time} 到场</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>{time} 离开</translation>
    </message>
    <message>
        <source>none in hand any more; at {time}: {zones}</source>
        <translation>已全部解除；{time} 时：{zones}</translation>
    </message>
    <message>
        <source>cordoned</source>
        <translation>已警戒</translation>
    </message>
    <message>
        <source>Proof of the log</source>
        <translation>日志证明</translation>
    </message>
    <message>
        <source>Chain head</source>
        <translation>链尾指纹</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>The head covers every entry up to here. Whether the log still is what was printed:</source>
        <translation>链尾指纹覆盖此前全部记录。核对日志是否与打印时一致：</translation>
    </message>
    <message>
        <source>entries: {count} • {head}… • {made}</source>
        <translation>{count} 条记录 • {head}… • {made}</translation>
    </message>
    <message>
        <source>Site plan</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>P post (filled: taken) · E entrance (filled: shut) · A assembly point · thick line: cordon</source>
        <translation>P 岗位（实心：有人值守）· E 出入口（实心：关闭）· A 集合点 · 粗线：警戒线</translation>
    </message>
    <message>
        <source>As of {time}, when most was in hand</source>
        <translation>{time} 管控区域最多时的状态</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>declared over</source>
        <translation>已宣布结束</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Out / expected</source>
        <translation>撤出/应撤</translation>
    </message>
    <message>
        <source>Confirmed empty</source>
        <translation>确认清空</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Printed {time}</source>
        <translation>{time} 打印</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Without a phone number</source>
        <translation>未留电话人员</translation>
    </message>
    <message>
        <source>Nobody: everyone has one.</source>
        <translation>无：人人都留有电话。</translation>
    </message>
    <message>
        <source>The week: places that nobody could fill</source>
        <translation>一周各时段无人岗位数</translation>
    </message>
    <message>
        <source>Of the plan that is worst off, as duty was over the last four weeks, the worst of them. 0: all could be filled. ·: nothing is known of duty then.</source>
        <translation>取缺口最大的预案，按最近四周的值班情况，取其中最差的一周。0：全部有人；·：当时值班情况不明。</translation>
    </message>
    <message>
        <source>Seen by, date</source>
        <translation>审阅人、日期</translation>
    </message>
    <message>
        <source>To be mended by, until</source>
        <translation>整改责任人、期限</translation>
    </message>
    <message>
        <source>Nobody in time for</source>
        <translation>无人能按时到位的岗位</translation>
    </message>
    <message>
        <source>Hangs on one person</source>
        <translation>仅靠一人支撑</translation>
    </message>
    <message>
        <source>Last drill</source>
        <translation>上次演练</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Plans that would call them</source>
        <translation>涉及预案</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>星期</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>There is no such incident here. Open one, or check its number.</source>
        <translation>此处没有该事件。请启动事件，或核对编号。</translation>
    </message>
    <message>
        <source>There is no plan “{plan}”. Choose one of: {plans}.</source>
        <translation>没有预案“{plan}”。请选择：{plans}。</translation>
    </message>
    <message>
        <source>This incident&apos;s plan has not reached this station. Try again once connected.</source>
        <translation>该事件的预案尚未传到本机。请连接后再试。</translation>
    </message>
    <message>
        <source>“{field}” is empty. Fill it in.</source>
        <translation>“{field}”未填。请填写。</translation>
    </message>
    <message>
        <source>“{field}” has {length} characters; at most {limit} fit. Shorten it.</source>
        <translation>“{field}”共 {length} 字，最多 {limit} 字。请缩短。</translation>
    </message>
    <message>
        <source>“{field}” contains a character that cannot be printed. Type it again.</source>
        <translation>“{field}”含有无法打印的字符。请重新输入。</translation>
    </message>
    <message>
        <source>“{field}” is {number}; at most {limit} is believed. Check the number.</source>
        <translation>“{field}”为 {number}，超过上限 {limit}。请核对数字。</translation>
    </message>
    <message>
        <source>{at} is still to come. Enter what has already happened.</source>
        <translation>{at} 尚未到。请只记录已发生的情况。</translation>
    </message>
    <message>
        <source>{at} is before the incident was opened ({opened}). Write it as a note.</source>
        <translation>{at} 早于事件启动时间（{opened}）。请记为备注。</translation>
    </message>
    <message>
        <source>This incident is closed. Reopen it with a reason, or add a note.</source>
        <translation>该事件已归档。请说明原因后重新启动，或添加备注。</translation>
    </message>
    <message>
        <source>This incident is still running: nothing to reopen.</source>
        <translation>该事件仍在进行，无须重新启动。</translation>
    </message>
    <message>
        <source>{level} is not below {now}, the level now. Raise it, or choose a lower one.</source>
        <translation>{level}级不低于目前的{now}级。请改为升级，或选择更低的级别。</translation>
    </message>
    <message>
        <source>Only the plan proposes, by its rules. Change the level itself instead.</source>
        <translation>提议只由预案按规则提出。请直接调整级别。</translation>
    </message>
    <message>
        <source>“{sign}” follows from numbers. Count people, or record the state of zones.</source>
        <translation>“{sign}”由数字得出。请录入人数，或记录区域状态。</translation>
    </message>
    <message>
        <source>“{sign}” was reported at {at} already. Add words, or write a note.</source>
        <translation>“{sign}”已于 {at} 报告。请补充说明，或记为备注。</translation>
    </message>
    <message>
        <source>“{sign}” is not reported: nothing to take back.</source>
        <translation>“{sign}”未报告，无须撤回。</translation>
    </message>
    <message>
        <source>Nobody here has the badge or name “{who}”. Check it, or add the person first.</source>
        <translation>没有工牌或姓名为“{who}”的人员。请核对，或先添加该人员。</translation>
    </message>
    <message>
        <source>“{who}” fits {names}. Type more of the name, or scan the badge.</source>
        <translation>“{who}”对应{names}。请输入更完整的姓名，或扫描工牌。</translation>
    </message>
    <message>
        <source>{name} was called at {at} already. Stand them down first to call again.</source>
        <translation>{name}已于 {at} 召集。如需再次召集，请先解除召集。</translation>
    </message>
    <message>
        <source>There is no “{key}” in this plan. Choose one of: {known}.</source>
        <translation>本预案没有“{key}”。请选择：{known}。</translation>
    </message>
    <message>
        <source>{name} was not called out. Call them first.</source>
        <translation>{name}未被呼叫。请先呼叫。</translation>
    </message>
    <message>
        <source>{name} is no longer expected. Call them again first.</source>
        <translation>已不再要求{name}到场。请先重新呼叫。</translation>
    </message>
    <message>
        <source>Nobody of the staff is on site. Record who has arrived first.</source>
        <translation>尚无工作人员到场。请先记录到场人员。</translation>
    </message>
    <message>
        <source>The roll call of {at} still runs. Answer for those missing, or end it first.</source>
        <translation>{at} 的点名仍在进行。请为未应答的人代报到，或先结束点名。</translation>
    </message>
    <message>
        <source>Who must answer follows from who is on site. Use “begin_roll_call”.</source>
        <translation>点名对象由在场人员决定。请用“begin_roll_call”。</translation>
    </message>
    <message>
        <source>There is no such roll call. Begin one first.</source>
        <translation>没有这次点名。请先开始点名。</translation>
    </message>
    <message>
        <source>This roll call ended at {at}. Begin another one.</source>
        <translation>这次点名已于 {at} 结束。请另行点名。</translation>
    </message>
    <message>
        <source>{name} is accounted for since {at}: nothing more to do.</source>
        <translation>{name}已于 {at} 报到，无须再处理。</translation>
    </message>
    <message>
        <source>There is no task “{task}”. Add it first.</source>
        <translation>没有任务“{task}”。请先新增。</translation>
    </message>
    <message>
        <source>This alarm is settled: nothing to acknowledge.</source>
        <translation>该告警已解除，无须确认。</translation>
    </message>
    <message>
        <source>More than {seconds} seconds have passed. Correct the entry, with the reason.</source>
        <translation>已超过 {seconds} 秒，不能撤回。请更正该记录，并注明原因。</translation>
    </message>
    <message>
        <source>{due} has passed already. Give a time that is still to come.</source>
        <translation>{due} 已过。请填写尚未到的时间。</translation>
    </message>
    <message>
        <source>This task is still open: nothing to take back.</source>
        <translation>该任务尚未办结，无须撤回。</translation>
    </message>
    <message>
        <source>{zone} was not reported empty yet. Report it empty, then confirm.</source>
        <translation>{zone}尚未报告清空。请先报告清空，再确认。</translation>
    </message>
    <message>
        <source>{zone} is not being evacuated. Begin the evacuation first.</source>
        <translation>{zone}没有在疏散。请先开始疏散。</translation>
    </message>
    <message>
        <source>{zone} has no floors or sections. Confirm it as a whole.</source>
        <translation>{zone}没有楼层或分区。请整体确认。</translation>
    </message>
    <message>
        <source>{zone} has no part “{part}”. Choose one of: {parts}.</source>
        <translation>{zone}没有分区“{part}”。请选择：{parts}。</translation>
    </message>
    <message>
        <source>In {zone} nobody has confirmed yet: {parts}. Confirm each, then the whole.</source>
        <translation>{zone}尚未确认的有：{parts}。请逐一确认，再确认整体。</translation>
    </message>
    <message>
        <source>{count} were counted out of {zone} already. If that was wrong, correct that entry.</source>
        <translation>{zone}已清点撤出 {count} 人。如有误，请更正那条记录。</translation>
    </message>
    <message>
        <source>There is no assembly point “{point}” here. Draw it on the site plan first.</source>
        <translation>此处没有集合点“{point}”。请先在平面图上标出。</translation>
    </message>
    <message>
        <source>There is no entrance “{entrance}” here. Draw it on the site plan first.</source>
        <translation>此处没有出入口“{entrance}”。请先在平面图上标出。</translation>
    </message>
    <message>
        <source>The plan names nobody “{target}” to be told. Write a note instead.</source>
        <translation>预案中没有通报对象“{target}”。请改记备注。</translation>
    </message>
    <message>
        <source>This message to {to} is being sent since {at}. Wait for its result.</source>
        <translation>发给{to}的这条消息自 {at} 起正在发送。请等待结果。</translation>
    </message>
    <message>
        <source>This message was delivered to {to} at {at}. Write another one.</source>
        <translation>这条消息已于 {at} 送达{to}。请另写一条。</translation>
    </message>
    <message>
        <source>Tick at least one address. F12 shows and adds addresses; or phone them.</source>
        <translation>请至少勾选一个发送地址。按 F12 查看和添加地址，或改用电话通知。</translation>
    </message>
    <message>
        <source>This address cannot be read. It begins like mailto://, wecombot://, dingtalk:// or json://; docs/messages.md has examples.</source>
        <translation>无法识别该地址。地址应以 mailto://、wecombot://、dingtalk:// 或 json:// 这类开头；示例见 docs/messages.md。</translation>
    </message>
    <message>
        <source>This is a drill, and no address is chosen for drills. F12 shows and changes addresses.</source>
        <translation>这是演练，尚未指定演练用的地址。按 F12 查看和更改地址。</translation>
    </message>
    <message>
        <source>{service} was called at {at} already and has not left. Write a note instead.</source>
        <translation>{service} 已于 {at} 呼叫，尚未离开。请改记备注。</translation>
    </message>
    <message>
        <source>{service} was not called yet. Record the call first, whoever made it.</source>
        <translation>尚未记录呼叫 {service}。请先补记呼叫（无论由谁拨打）。</translation>
    </message>
    <message>
        <source>{service} left at {at}. Record the new call first.</source>
        <translation>{service} 已于 {at} 离开。再次呼叫的，请先记录呼叫。</translation>
    </message>
    <message>
        <source>“{field}” cannot be below 0. Check the number.</source>
        <translation>“{field}”不能小于 0。请核对数字。</translation>
    </message>
    <message>
        <source>You are looking back: nothing can be changed here. Esc returns to now.</source>
        <translation>正在回放，不能作任何更改。按 Esc 返回当前。</translation>
    </message>
    <message>
        <source>No plan is chosen yet. Choose one under “Plan”, with the arrow keys or its letter.</source>
        <translation>尚未选择预案。请在“预案”中用方向键或首字选择。</translation>
    </message>
    <message>
        <source>This is done already, and Enter does not undo it. Ctrl+Z takes back what was just pressed; later the row&apos;s menu does, or its entry is struck in the timeline.</source>
        <translation>此项已经完成，按回车不会撤销。刚按下的可用 Ctrl+Z 撤回；过后用该行的菜单撤销，或在时间线中作废那条记录。</translation>
    </message>
    <message>
        <source>It was declared over already. Close it, or reopen it with a reason.</source>
        <translation>已宣布结束。请归档，或说明原因后重新启动。</translation>
    </message>
    <message>
        <source>The incident still runs. Declare it over first, then close it.</source>
        <translation>事件仍在处置中。请先宣布结束，再归档。</translation>
    </message>
    <message>
        <source>Still on the way: {names}. Stand them down or record their arrival first.</source>
        <translation>仍在途：{names}。请先解除召集或登记到场。</translation>
    </message>
    <message>
        <source>The level is {level} already. Choose another.</source>
        <translation>目前已是{level}级。请选择其他等级。</translation>
    </message>
    <message>
        <source>It was declared over, so nobody would be awaited. Reopen it first.</source>
        <translation>已宣布结束，此时升级不会再催人到场。请先重新开启事件。</translation>
    </message>
    <message>
        <source>Level {level} is not proposed any more: it was decided already. Change the level itself if need be.</source>
        <translation>{level}级建议已有决定，不再有效。如有需要，请直接变更等级。</translation>
    </message>
    <message>
        <source>{name} commands already: nothing to hand over.</source>
        <translation>目前已由{name}指挥，无须移交。</translation>
    </message>
    <message>
        <source>No plan has a role “{typed}”. Type a part of its words and choose from the list.</source>
        <translation>预案中没有“{typed}”这一岗位。请输入岗位名称的一部分，再从列表中选择。</translation>
    </message>
    <message>
        <source>“{typed}” fits {names}. Type more, or choose from the list.</source>
        <translation>“{typed}”对应多个岗位：{names}。请再多输入几个字，或从列表中选择。</translation>
    </message>
    <message>
        <source>Everyone who can be called for this has been called already. F6 adds people and puts them on duty.</source>
        <translation>可召集的人员均已召集。可按 F6 添加人员或登记在班。</translation>
    </message>
    <message>
        <source>{name} is on site since {at}: nothing more to do. If that is wrong, correct the entry.</source>
        <translation>{name}已于 {at} 到场，无须再记。如有误，请更正那条记录。</translation>
    </message>
    <message>
        <source>{name} was not on site when this roll call began: nothing to answer.</source>
        <translation>这次点名开始时{name}不在现场，无须应答。</translation>
    </message>
    <message>
        <source>There is a task “{task}” already. Use that one, or name another.</source>
        <translation>任务“{task}”已存在。请直接使用，或另取名称。</translation>
    </message>
    <message>
        <source>This task is settled already, at {at} by {by}. If that is wrong, undo it first.</source>
        <translation>该任务已由{by}于 {at} 办结。如有误，请先撤销。</translation>
    </message>
    <message>
        <source>{by} acknowledged this alarm at {at}: nothing more to do.</source>
        <translation>{by}已于 {at} 确认该告警，无须再确认。</translation>
    </message>
    <message>
        <source>Nothing pressed here in the last {seconds} seconds can be taken back. Select the entry in the timeline (4) and correct it (R) or strike it (X), with the reason.</source>
        <translation>本席位最近 {seconds} 秒内没有可撤回的操作。请在时间线（4）中选中该记录，予以更正（R）或作废（X），并说明原因。</translation>
    </message>
    <message>
        <source>This was taken back or corrected already: nothing more to do.</source>
        <translation>此项已撤回或更正，无须再处理。</translation>
    </message>
    <message>
        <source>Still to be done: {tasks}. Do or skip them, or fill in “{field}”.</source>
        <translation>尚未完成：{tasks}。请完成或跳过，或填写“{field}”。</translation>
    </message>
    <message>
        <source>The plan has no phase “{phase}”. Choose one from the list.</source>
        <translation>预案没有“{phase}”阶段。请从列表中选择。</translation>
    </message>
    <message>
        <source>The incident is past “{phase}” already: phases only go forward. Choose a later one, or write a note.</source>
        <translation>事件已过“{phase}”阶段，阶段只能向前推进。请选择后面的阶段，或记备注。</translation>
    </message>
    <message>
        <source>The incident is in “{phase}” already. Choose a later one.</source>
        <translation>事件已在“{phase}”阶段。请选择后面的阶段。</translation>
    </message>
    <message>
        <source>There is no zone “{zone}” on this site or in the plan. Choose another, or draw it first.</source>
        <translation>本场所及预案中没有区域“{zone}”。请选择其他区域，或先绘制。</translation>
    </message>
    <message>
        <source>{zone} is cordoned since {at}: nothing more to do. Lift it first to cordon it anew.</source>
        <translation>{zone}已于 {at} 警戒，无须再记。如需重设，请先解除警戒。</translation>
    </message>
    <message>
        <source>{zone} is in that state already: nothing more to do.</source>
        <translation>{zone}已处于该状态，无须再记。</translation>
    </message>
    <message>
        <source>{zone} is neither cordoned nor evacuated: nothing to release.</source>
        <translation>{zone}既未警戒，也未疏散，无须恢复。</translation>
    </message>
    <message>
        <source>{zone} is not cordoned: nothing to lift.</source>
        <translation>{zone}没有警戒，无须解除。</translation>
    </message>
    <message>
        <source>{zone}, {part} was confirmed at {at} by {by} already: nothing more to do.</source>
        <translation>{zone}的{part}已由{by}于 {at} 确认，无须再确认。</translation>
    </message>
    <message>
        <source>{entrance} is open since {at}: nothing more to do.</source>
        <translation>{entrance}已于 {at} 打开，无须再记。</translation>
    </message>
    <message>
        <source>{entrance} is shut since {at}: nothing more to do.</source>
        <translation>{entrance}已于 {at} 关闭，无须再记。</translation>
    </message>
    <message>
        <source>Nobody stands at post {post}: nobody to relieve.</source>
        <translation>{post}岗无人值守，无须撤岗。</translation>
    </message>
    <message>
        <source>{who} was told at {at} already. What was said since, write as a note.</source>
        <translation>已于 {at} 通报{who}。后续情况请记备注。</translation>
    </message>
    <message>
        <source>There is no such message in this incident. Send it first.</source>
        <translation>该事件中没有这条消息。请先发送。</translation>
    </message>
    <message>
        <source>Nobody has switched on that messages of this plan are sent by themselves. Send them by hand, or switch it on.</source>
        <translation>该预案未开启消息自动发送。请手动发送，或先开启。</translation>
    </message>
    <message>
        <source>{service} is here since {at}: nothing more to do.</source>
        <translation>{service} 已于 {at} 到场，无须再记。</translation>
    </message>
    <message>
        <source>There is no such entry in this incident. Choose one of its timeline.</source>
        <translation>该事件中没有这条记录。请从时间线中选择。</translation>
    </message>
    <message>
        <source>This entry is itself a correction. Correct the original entry again instead.</source>
        <translation>这条本身是更正。请再次更正原记录。</translation>
    </message>
    <message>
        <source>Closing, settling and reopening cannot be struck. Reopen it, or close it again.</source>
        <translation>归档、了结、重新启动的记录不能作废。请重新启动，或再次归档。</translation>
    </message>
    <message>
        <source>A correction keeps the kind of the entry. Strike this one and add another.</source>
        <translation>更正不能改变记录的类别。请作废这条，另行添加。</translation>
    </message>
    <message>
        <source>This does not fit what was recorded at that time. Write it as a note.</source>
        <translation>与当时的记录不符。请记为备注。</translation>
    </message>
    <message>
        <source>“{typed}” is no time. Type 10:03, or how many minutes from now.</source>
        <translation>“{typed}”不是时间。请输入 10:03 这样的时刻，或几分钟后。</translation>
    </message>
    <message>
        <source>“{typed}” is no date. Type 2026-12-01, 12-01, or how many days from now.</source>
        <translation>“{typed}”不是日期。请输入 2026-12-01、12-01，或几天后。</translation>
    </message>
    <message>
        <source>“{typed}” is no number. Type digits only.</source>
        <translation>“{typed}”不是数字，请只输入数字。</translation>
    </message>
    <message>
        <source>Nothing would change. Change something first, or leave it.</source>
        <translation>没有任何变化。请先修改，或退出。</translation>
    </message>
    <message>
        <source>{name} is not on duty: nothing to end.</source>
        <translation>{name}不在班，无须下班登记。</translation>
    </message>
    <message>
        <source>{name} is on duty since {at}: nothing more to do.</source>
        <translation>{name}自 {at} 起在班，无须再登记。</translation>
    </message>
    <message>
        <source>{name} needs at least {least} points on the site plan, and has {count}. Put more.</source>
        <translation>{name}在平面图上至少需要 {least} 个点，现有 {count} 个。请补点。</translation>
    </message>
    <message>
        <source>{name} has {count} points; at most {most} can be drawn. Draw it with fewer.</source>
        <translation>{name}有 {count} 个点，最多可画 {most} 个。请减少点数。</translation>
    </message>
    <message>
        <source>There is “{name}” on this site already. Give the new one another name.</source>
        <translation>本场所已有“{name}”。请另取一个名称。</translation>
    </message>
    <message>
        <source>The cordon line {name} belongs to no zone. Say which.</source>
        <translation>警戒线“{name}”未归属区域。请注明属于哪个区域。</translation>
    </message>
    <message>
        <source>Badge {badge} is {name}’s already. Give another, or take it from them first.</source>
        <translation>工牌 {badge} 已属{name}。请换一个工牌，或先收回。</translation>
    </message>
    <message>
        <source>“{name}” is attached already, at {at} by {by}: nothing more to do.</source>
        <translation>“{name}”已由{by}于 {at} 附上，无须再附。</translation>
    </message>
    <message>
        <source>It could not be typeset: {why}. Nothing was printed; report this.</source>
        <translation>无法排版：{why}。未打印，请上报此问题。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”. Choose another place for the print.</source>
        <translation>文件夹“{folder}”不存在，请另选存放位置。</translation>
    </message>
    <message>
        <source>Line {line} does not begin with a time: “{typed}”. Write one such as “10:03 gate shut”. Nothing was recorded.</source>
        <translation>第 {line} 行没有以时间开头：“{typed}”。请写成“10:03 北门关闭”这样的格式。未记录任何内容。</translation>
    </message>
    <message>
        <source>{why} The lines above it are recorded already. Put right what stands here, record it.</source>
        <translation>{why}其上各行已记录。请改正留在这里的内容后再记录。</translation>
    </message>
    <message>
        <source>There is nothing on this sheet. Type its lines.</source>
        <translation>没有内容，请逐行录入。</translation>
    </message>
    <message>
        <source>“{typed}” is no day. Write one such as 2026-11-23.</source>
        <translation>“{typed}”不是日期，请写成 2026-11-23 这样的格式。</translation>
    </message>
    <message>
        <source>This is no fingerprint of a file. Write its SHA-256: 64 digits and letters from a to f.</source>
        <translation>这不是文件指纹。请填写其 SHA-256：64 位数字及 a 至 f 的字母。</translation>
    </message>
    <message>
        <source>There is a follow-up “{follow_up}” already. Use that one, or name another.</source>
        <translation>后续事项“{follow_up}”已存在。请直接使用，或另取名称。</translation>
    </message>
    <message>
        <source>What ended a follow-up is not struck. Take the follow-up up again instead, with the reason: that undoes it.</source>
        <translation>后续事项的办结记录不能作废。请说明原因后重新办理，即可撤销办结。</translation>
    </message>
    <message>
        <source>The incident is settled already: nothing more to do.</source>
        <translation>该事件已了结，无须再处理。</translation>
    </message>
    <message>
        <source>This reception has begun already. Go on with it, or begin another.</source>
        <translation>这次接待已经开始。请继续，或另开始一次接待。</translation>
    </message>
    <message>
        <source>This was promised already. It stands among the follow-ups.</source>
        <translation>这项承诺已有记录。请在后续事项中查看。</translation>
    </message>
    <message>
        <source>A name and contact are kept for this. Erase them first on the page Reception (Del), then strike the entry.</source>
        <translation>这条记录留有姓名与联系方式。请先在“接待”页删除（Del），再作废该记录。</translation>
    </message>
    <message>
        <source>The name and contact are not here yet: they wait at the station where they were typed. Try again once it is connected, or type them again (W).</source>
        <translation>姓名与联系方式尚未传到，仍在录入的席位上。请待其联网后再试，或重新录入（W）。</translation>
    </message>
    <message>
        <source>This name and contact were erased at {at} already: nothing is left.</source>
        <translation>该姓名与联系方式已于 {at} 删除，已无留存。</translation>
    </message>
    <message>
        <source>This is no drill, so it has no script. Open it as a drill first.</source>
        <translation>这不是演练，没有脚本。请先作为演练启动。</translation>
    </message>
    <message>
        <source>The drill is over: nothing more is played. Reopen it, with the reason, first.</source>
        <translation>演练已结束，不再导入情景。请先注明原因重新启动。</translation>
    </message>
    <message>
        <source>This drill has the script “{script}” already. Add injects of your own to it.</source>
        <translation>本次演练已有脚本“{script}”，可在其中增加情景。</translation>
    </message>
    <message>
        <source>There is no inject “{inject}”. Choose one of the list, or say what happens.</source>
        <translation>没有情景“{inject}”。请从列表中选择，或写明发生的情况。</translation>
    </message>
    <message>
        <source>There is an inject “{inject}” already. Use that one, or name another.</source>
        <translation>已有情景“{inject}”。请使用该情景，或另取名称。</translation>
    </message>
    <message>
        <source>This inject was played at {at} by {by} already: nothing more to do.</source>
        <translation>该情景已于 {at} 由{by}导入，无需再操作。</translation>
    </message>
    <message>
        <source>This inject was skipped at {at} by {by} already. It can still be played.</source>
        <translation>该情景已于 {at} 由{by}跳过，仍可导入。</translation>
    </message>
    <message>
        <source>The drill stands still since {at}. Let it go on first.</source>
        <translation>演练自 {at} 起暂停，请先继续演练。</translation>
    </message>
    <message>
        <source>The drill runs: nothing to let go on.</source>
        <translation>演练正在进行，无需继续。</translation>
    </message>
    <message>
        <source>An incident is not opened by its entry. Use “open”.</source>
        <translation>不能用记录启动事件。请用“open”。</translation>
    </message>
    <message>
        <source>This plan has a fault at {field}: {why}. Mend it, then publish it.</source>
        <translation>此预案 {field} 处有误：{why}。请修改后再发布。</translation>
    </message>
    <message>
        <source>{name} lies outside the site plan. Draw it inside.</source>
        <translation>{name}超出平面图。请画在图内。</translation>
    </message>
    <message>
        <source>{name} has the part “{part}” twice. Give each its own key.</source>
        <translation>{name}的分区“{part}”重复。请各用不同的键名。</translation>
    </message>
    <message>
        <source>There is nothing called “{typed}” here. Choose one from the list.</source>
        <translation>此处没有“{typed}”。请从列表中选择。</translation>
    </message>
    <message>
        <source>{name} has {size} MB; a site plan may have {most} MB. Save it smaller.</source>
        <translation>{name} 有 {size} MB，平面图最大 {most} MB。请缩小后保存。</translation>
    </message>
    <message>
        <source>{name} is no SVG, PNG or JPEG. Save the site plan as one of these.</source>
        <translation>{name} 不是 SVG、PNG 或 JPEG。请把平面图存为其中一种。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}. Choose another picture.</source>
        <translation>{name} 无法读取：{why}。请另选图片。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 25 MB. Attach a smaller copy, and keep the original where it is.</source>
        <translation>“{name}”超过 25 MB。请附上较小的副本，原件留在原处。</translation>
    </message>
    <message>
        <source>“{name}” is empty: nothing is in it. Choose another file.</source>
        <translation>“{name}”是空文件，没有内容。请另选文件。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the files in it, or pack them into one.</source>
        <translation>“{name}”是文件夹。请选择其中的文件，或打包成一个文件。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}. Check that it is there and may be read.</source>
        <translation>“{name}”无法读取：{why}。请检查文件是否还在、是否允许读取。</translation>
    </message>
    <message>
        <source>“{name}” was not attached: this machine cannot keep it ({why}). Free some space.</source>
        <translation>“{name}”未能附上：本机无法保存（{why}）。请腾出空间。</translation>
    </message>
    <message>
        <source>“{name}” has not come here yet: it is still on {station}. It comes by itself.</source>
        <translation>“{name}”尚未传到本机，还在“{station}”席位上。稍后会自动传来。</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that may run as a program, so it is not opened from here. Save a copy (S) and have it looked at.</source>
        <translation>“{name}”这类文件可能会作为程序运行，因此不在此打开。请另存副本（S），并请人检查。</translation>
    </message>
    <message>
        <source>No program of this machine shows “{name}”. Save a copy (S) and look at it elsewhere.</source>
        <translation>本机没有程序可打开“{name}”。请另存副本（S），到别处查看。</translation>
    </message>
    <message>
        <source>“{name}” could not be saved there: {why}. Choose another place.</source>
        <translation>“{name}”无法保存到该处：{why}。请另选位置。</translation>
    </message>
    <message>
        <source>“{typed}” is no media type. Write one such as image/jpeg.</source>
        <translation>“{typed}”不是媒体类型。请写成 image/jpeg 这样。</translation>
    </message>
    <message>
        <source>There is no follow-up “{follow_up}”. Add it first.</source>
        <translation>没有后续事项“{follow_up}”。请先新增。</translation>
    </message>
    <message>
        <source>This follow-up is owed once the incident is declared over. Do that first.</source>
        <translation>该后续事项在宣布事件结束后才办理。请先宣布结束。</translation>
    </message>
    <message>
        <source>This follow-up was ended at {at} by {by} already. Take it up again first.</source>
        <translation>该后续事项已由{by}于 {at} 结束。请先重新办理。</translation>
    </message>
    <message>
        <source>“{follow_up}” is still owed: nothing to take up again.</source>
        <translation>“{follow_up}”仍待办，无须重新办理。</translation>
    </message>
    <message>
        <source>An incident is settled once it is closed. Close it first.</source>
        <translation>事件归档后才能了结。请先归档。</translation>
    </message>
    <message>
        <source>Something is still owed. Do or drop the follow-ups first.</source>
        <translation>仍有事项未办结。请先办结，或注明不再办理。</translation>
    </message>
    <message>
        <source>“{number}” cannot be dialled. Type digits, +, * or #.</source>
        <translation>“{number}”无法拨打。请输入数字、+、* 或 #。</translation>
    </message>
    <message>
        <source>This reception has not begun. Begin it first.</source>
        <translation>这次接待尚未开始。请先开始接待。</translation>
    </message>
    <message>
        <source>This reception ended at {at}. Begin another one, or write a note.</source>
        <translation>这次接待已于 {at} 结束。请另开一次接待，或记为备注。</translation>
    </message>
    <message>
        <source>At most {most} representatives, chosen by the visitors, are received. If one of them has left, record that first.</source>
        <translation>最多接待 {most} 名代表，由来访群众推选。如有代表已离开，请先记录。</translation>
    </message>
    <message>
        <source>There is no such representative in this reception. Choose another.</source>
        <translation>这次接待中没有这位代表。请另选。</translation>
    </message>
    <message>
        <source>No representative gave such a name or contact: nothing to erase.</source>
        <translation>没有代表留下该姓名或联系方式，无须删除。</translation>
    </message>
    <message>
        <source>An unexpected error: look whether it was recorded.</source>
        <translation>出现意外错误：请查看是否已记录。</translation>
    </message>
</context>
<context>
    <name>RemindersLine</name>
    <message>
        <source>Reminders</source>
        <translation>注意事项</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>LOOKING BACK</source>
        <translation>正在回放</translation>
    </message>
    <message>
        <source>playing {speed}×</source>
        <translation>{speed} 倍播放中</translation>
    </message>
    <message>
        <source>nothing can be changed</source>
        <translation>不能作任何更改</translation>
    </message>
    <message>
        <source>new entries since: {count}</source>
        <translation>回放期间新增记录：{count} 条</translation>
    </message>
    <message>
        <source>as it happened</source>
        <translation>按实际发生</translation>
    </message>
    <message>
        <source>as it was known</source>
        <translation>按当时所知</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>{speed}, faster</source>
        <translation>{speed} 加快</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Call-out</source>
        <translation>召集</translation>
    </message>
    <message>
        <source>{what}: the one before (Shift+{key})</source>
        <translation>{what}：上一处（Shift+{key}）</translation>
    </message>
    <message>
        <source>Moment of the incident</source>
        <translation>事件时刻</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>As it was known</source>
        <translation>按当时所知</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>返回当前</translation>
    </message>
</context>
<context>
    <name>RollCall</name>
    <message>
        <source>face to face</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>by radio</source>
        <translation>对讲机</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Nobody is on site yet.</source>
        <translation>尚无人员到场。</translation>
    </message>
    <message>
        <source>No roll call yet</source>
        <translation>尚未点名</translation>
    </message>
    <message>
        <source>{told} • next due {time}</source>
        <translation>{told} • 下次 {time}</translation>
    </message>
    <message>
        <source>all accounted for, {time}</source>
        <translation>全部报到，{time}</translation>
    </message>
    <message>
        <source>accounted for, ended {time}</source>
        <translation>已报到，{time} 结束</translation>
    </message>
    <message>
        <source>accounted for, first try</source>
        <translation>已报到，第一轮</translation>
    </message>
    <message>
        <source>accounted for, second try</source>
        <translation>已报到，第二轮</translation>
    </message>
    <message>
        <source>accounted for, both tries missed</source>
        <translation>已报到，其余两轮未应</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已报到</translation>
    </message>
    <message>
        <source>Answered for them…</source>
        <translation>代报到…</translation>
    </message>
    <message>
        <source>Not accounted for: {names}</source>
        <translation>尚未报到：{names}</translation>
    </message>
    <message>
        <source>End the roll call?</source>
        <translation>结束点名？</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Who answers for {name}?</source>
        <translation>谁为{name}代报到？</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>已报到</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>代报人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>{here} of {all}</source>
        <translation>{here}/{all}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无电话</translation>
    </message>
    <message>
        <source>accounted for</source>
        <translation>已报到</translation>
    </message>
    <message>
        <source>stood down</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待应答</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>再联系</translation>
    </message>
    <message>
        <source>missed twice</source>
        <translation>两次未应</translation>
    </message>
    <message>
        <source>not accounted for</source>
        <translation>尚未报到</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>已到场</translation>
    </message>
</context>
<context>
    <name>RollCallPanel</name>
    <message>
        <source>Roll call</source>
        <translation>点名</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Call…</source>
        <translation>呼叫…</translation>
    </message>
    <message>
        <source>instead of {name}</source>
        <translation>替补{name}</translation>
    </message>
    <message>
        <source>{instead}: nobody else can be called</source>
        <translation>{instead}：已无其他人可呼叫</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>未呼叫</translation>
    </message>
    <message>
        <source>{missing} of {count} missing</source>
        <translation>{count} 人缺 {missing}</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>not needed at this level</source>
        <translation>此级别不需要</translation>
    </message>
    <message>
        <source>no staff left for it</source>
        <translation>已无合适人员</translation>
    </message>
    <message>
        <source>{name} could come</source>
        <translation>{name}可来</translation>
    </message>
    <message>
        <source>here at once</source>
        <translation>立即到场</translation>
    </message>
    <message>
        <source>here within {minutes} min</source>
        <translation>{minutes} 分钟内到场</translation>
    </message>
    <message>
        <source>{name} is here</source>
        <translation>{name}已到场</translation>
    </message>
    <message>
        <source>{name} acts as deputy: hand command over?</source>
        <translation>现由{name}以副指挥代理：移交指挥？</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Hand the command to {name}?</source>
        <translation>将指挥移交给{name}？</translation>
    </message>
    <message>
        <source>{name} commands now.</source>
        <translation>当前由{name}指挥。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在班</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>休班</translation>
    </message>
    <message>
        <source>past ETA</source>
        <translation>已过预计</translation>
    </message>
    <message>
        <source>will be late</source>
        <translation>将迟到</translation>
    </message>
    <message>
        <source>{word} ×{tries}</source>
        <translation>{word} ×{tries}</translation>
    </message>
    <message>
        <source>ETA {time}, {minutes} min ago</source>
        <translation>预计 {time} 到，已过 {minutes} 分钟</translation>
    </message>
    <message>
        <source>ETA {time}</source>
        <translation>预计 {time} 到</translation>
    </message>
    <message>
        <source>tried {time}</source>
        <translation>{time} 呼叫过</translation>
    </message>
    <message>
        <source>called {time}</source>
        <translation>{time} 呼叫</translation>
    </message>
    <message>
        <source>in time ✓</source>
        <translation>按时 ✓</translation>
    </message>
    <message>
        <source>late, {time}</source>
        <translation>迟到，{time}</translation>
    </message>
    <message>
        <source>{count} on site</source>
        <translation>{count} 人已到场</translation>
    </message>
    <message>
        <source>Nobody called yet. C calls a group, or everyone.</source>
        <translation>尚未呼叫任何人。按 C 呼叫小组或全员。</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>On the way…</source>
        <translation>在途…</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>Excused…</source>
        <translation>请假…</translation>
    </message>
    <message>
        <source>Stand down…</source>
        <translation>解除召集…</translation>
    </message>
    <message>
        <source>Takes command…</source>
        <translation>接任指挥…</translation>
    </message>
    <message>
        <source>{coming} to come • {here} on site</source>
        <translation>{coming} 人未到 • {here} 人已到场</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>呼叫谁</translation>
    </message>
    <message>
        <source>Call someone as {role}</source>
        <translation>呼叫人员担任{role}</translation>
    </message>
    <message>
        <source>Everyone was called already. F6 adds staff.</source>
        <translation>人员均已呼叫。按 F6 添加人员。</translation>
    </message>
    <message>
        <source>14:15, or 10 for ten minutes; may stay empty</source>
        <translation>如 14:15，或输入 10 表示十分钟后；可留空</translation>
    </message>
    <message>
        <source>{name} is on the way</source>
        <translation>{name}在途</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Here at</source>
        <translation>预计到达</translation>
    </message>
    <message>
        <source>{name} is excused</source>
        <translation>{name}请假</translation>
    </message>
    <message>
        <source>Excuse</source>
        <translation>准假</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Stand {name} down?</source>
        <translation>解除对{name}的召集？</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>解除召集</translation>
    </message>
    <message>
        <source>{name} takes command?</source>
        <translation>由{name}接任指挥？</translation>
    </message>
    <message>
        <source>Takes command</source>
        <translation>接任指挥</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Roster</source>
        <translation>人员到场</translation>
    </message>
    <message>
        <source>Call group</source>
        <translation>呼叫小组</translation>
    </message>
    <message>
        <source>Badge or name:</source>
        <translation>工牌或姓名：</translation>
    </message>
    <message>
        <source>Badge or name</source>
        <translation>工牌或姓名</translation>
    </message>
    <message>
        <source>scan or type, Enter = arrived</source>
        <translation>刷工牌或输入，回车即到场</translation>
    </message>
</context>
<context>
    <name>Score</name>
    <message>
        <source>Nothing was asked of anybody in this drill.</source>
        <translation>本次演练没有需要完成的事项。</translation>
    </message>
    <message>
        <source>Everything was done in time. Make the next drill harder: fewer people, another place, more at once.</source>
        <translation>全部按时完成。下次可提高难度：减少人员、更换地点、多个情况同时发生。</translation>
    </message>
    <message>
        <source>{group}: {count} of {all} never came. Check their numbers, and say who stands in for them.</source>
        <translation>{group}：{all} 人中有 {count} 人未到。请核对联系电话，并明确替补人员。</translation>
    </message>
    <message>
        <source>{group}: {count} of {all} came late, the last by {late}. Ask what held them up; call them earlier, or put somebody nearer on duty.</source>
        <translation>{group}：{all} 人中有 {count} 人迟到，最晚迟到 {late}。请了解原因；尽早通知，或安排就近人员值班。</translation>
    </message>
    <message>
        <source>“{what}”: nothing that answers it was recorded. Go through what the plan asks for then.</source>
        <translation>“{what}”：没有相应处置记录。请对照预案复习此时应做的事项。</translation>
    </message>
    <message>
        <source>“{what}”: answered after {took}; {within} was expected. Practise this part alone.</source>
        <translation>“{what}”：{took}后才有处置，要求 {within} 内。请单独演练这一环节。</translation>
    </message>
    <message>
        <source>{what} was never told. Have {owner} keep the call list open (5).</source>
        <translation>未通报{what}。请{owner}随时查看电话通知单（5）。</translation>
    </message>
    <message>
        <source>{what} was told {late} late. Have {owner} call them sooner, or send a message.</source>
        <translation>通报{what}晚了 {late}。请{owner}尽早电话通知，或发送消息。</translation>
    </message>
    <message>
        <source>“{what}” was not done. Go through it with {owner}, or give it to others.</source>
        <translation>“{what}”未完成。请与{owner}复习，或改由其他人员负责。</translation>
    </message>
    <message>
        <source>“{what}” was done {late} late. Have {owner} begin sooner, or give it more hands.</source>
        <translation>“{what}”晚完成 {late}。请{owner}尽早开始，或增派人手。</translation>
    </message>
    <message>
        <source>{what} was being evacuated, and nobody confirmed that it is empty. Say beforehand who looks through which floor.</source>
        <translation>{what}已开始疏散，但无人确认清空。请事先明确各楼层由谁核查。</translation>
    </message>
    <message>
        <source>{what} was not called, though the plan asks for it. Settle who decides and who dials.</source>
        <translation>预案要求请求{what}，但未拨打。请明确由谁决定、由谁拨打。</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>Injects</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Called out</source>
        <translation>召集</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Zones confirmed empty</source>
        <translation>区域确认清空</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>外部力量</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>{late} late</source>
        <translation>超时 {late}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{within} allowed</source>
        <translation>时限 {within}</translation>
    </message>
    <message>
        <source>after {took}</source>
        <translation>用时 {took}</translation>
    </message>
    <message>
        <source>after {took}, {within} allowed</source>
        <translation>用时 {took}，时限 {within}</translation>
    </message>
    <message>
        <source>{met} of {all} in time, {late} late, {missed} missed</source>
        <translation>{all} 项中按时 {met}，超时 {late}，未完成 {missed}</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>共同</translation>
    </message>
    <message>
        <source>DRILL {number}: score</source>
        <translation>演练 {number}：评分</translation>
    </message>
    <message>
        <source>It stood still for {time}, which counts for nobody.</source>
        <translation>演练暂停 {time}，不计入用时。</translation>
    </message>
    <message>
        <source>What to improve</source>
        <translation>改进事项</translation>
    </message>
    <message>
        <source>The score stands here once the drill is over.</source>
        <translation>演练结束后，评分显示在这里。</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Score of the drill</source>
        <translation>演练评分</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>{number} called {time} ago</source>
        <translation>{number} 已等 {time}</translation>
    </message>
    <message>
        <source>Numbers dialled here…</source>
        <translation>本场所拨打号码…</translation>
    </message>
    <message>
        <source>Name, address, call-back number…</source>
        <translation>名称、地址、回拨电话…</translation>
    </message>
    <message>
        <source>Call {service}…</source>
        <translation>拨打 {service}…</translation>
    </message>
    <message>
        <source>{service} has left</source>
        <translation>{service} 已离开</translation>
    </message>
    <message>
        <source>{service} is here, with…</source>
        <translation>{service} 已到场，填写力量…</translation>
    </message>
    <message>
        <source>{service}: reference number…</source>
        <translation>{service}：受理编号…</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>{time} 离开</translation>
    </message>
    <message>
        <source>here since {time}</source>
        <translation>{time} 到场</translation>
    </message>
    <message>
        <source>called {time}</source>
        <translation>{time} 呼叫</translation>
    </message>
    <message>
        <source>Who phones</source>
        <translation>拨打人</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可留空</translation>
    </message>
    <message>
        <source>Dial {service}</source>
        <translation>拨打 {service}</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>DRILL: do not dial. Read the words aloud.</source>
        <translation>演练：不要拨打，把内容念出来。</translation>
    </message>
    <message>
        <source>When: {when}</source>
        <translation>何时拨打：{when}</translation>
    </message>
    <message>
        <source>Decided by: {who}</source>
        <translation>决定人：{who}</translation>
    </message>
    <message>
        <source>With what</source>
        <translation>到场力量</translation>
    </message>
    <message>
        <source>2 cars, 6 officers</source>
        <translation>2 辆车、6 人</translation>
    </message>
    <message>
        <source>{service} is here</source>
        <translation>{service} 已到场</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>empty: as it is</source>
        <translation>留空则不变</translation>
    </message>
    <message>
        <source>Plans know a service by its key; what people here dial for it may be another number.</source>
        <translation>预案以键名识别外部力量；本单位实际拨打的号码可以不同。</translation>
    </message>
    <message>
        <source>What is dialled on this site</source>
        <translation>本单位拨打的号码</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>外部力量</translation>
    </message>
    <message>
        <source>its key in the plans</source>
        <translation>预案中的键名</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>拨打号码</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Name, Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Called from here</source>
        <translation>本单位呼叫</translation>
    </message>
    <message>
        <source>This site, as services find it</source>
        <translation>本场所名称与地址</translation>
    </message>
    <message>
        <source>It stands first in every call sheet.</source>
        <translation>列在每份报警要点的最前面。</translation>
    </message>
    <message>
        <source>Address, English</source>
        <translation>地址（英文）</translation>
    </message>
    <message>
        <source>Address, Chinese</source>
        <translation>地址（中文）</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回拨电话</translation>
    </message>
</context>
<context>
    <name>ServicesLine</name>
    <message>
        <source>Services</source>
        <translation>外部力量</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings could not be read, so they begin anew. The old file is {path}.</source>
        <translation>设置文件无法读取，已恢复默认。旧文件为 {path}。</translation>
    </message>
</context>
<context>
    <name>SharedLog</name>
    <message>
        <source>This is no address of a shared log. Write sqlite:///path/to/file or postgresql://user@host/database.</source>
        <translation>这不是共享日志的地址。请写成 sqlite:///path/to/file 或 postgresql://user@host/database。</translation>
    </message>
    <message>
        <source>The address of the shared log is wrong: {said}.</source>
        <translation>共享日志的地址有误：{said}。</translation>
    </message>
    <message>
        <source>{place} was made by a newer Muster (schema {found}; this program knows up to {known}). Update Muster on this machine.</source>
        <translation>{place} 由较新版本的 Muster 建立（结构 {found}；本程序最高支持 {known}）。请更新本机的 Muster。</translation>
    </message>
    <message>
        <source>{place} has an older schema ({found}; this program needs {known}). Its administrator brings it up to date: muster admin migrate URL</source>
        <translation>{place} 的结构较旧（{found}；本程序需要 {known}）。请管理员升级：muster admin migrate URL</translation>
    </message>
    <message>
        <source>{place} is not a Muster database. Check the address; a new database is made ready with: muster admin init URL</source>
        <translation>{place} 不是 Muster 数据库。请核对地址；新数据库请先执行：muster admin init URL</translation>
    </message>
    <message>
        <source>{place} runs PostgreSQL {version}. Muster needs 15 or later.</source>
        <translation>{place} 运行的是 PostgreSQL {version}。Muster 需要 15 或更高版本。</translation>
    </message>
    <message>
        <source>{place} stores its texts as {encoding}. Muster needs a database with ENCODING &apos;UTF8&apos;.</source>
        <translation>{place} 以 {encoding} 存储文字。Muster 需要 ENCODING &apos;UTF8&apos; 的数据库。</translation>
    </message>
    <message>
        <source>{place} is damaged: {said}. Stop using it, and restore it from a backup.</source>
        <translation>{place} 已损坏：{said}。请停止使用，并从备份恢复。</translation>
    </message>
    <message>
        <source>No answer from {place}: {said}. Check that the server runs, and the address and network.</source>
        <translation>{place} 无应答：{said}。请检查服务器是否运行，以及地址和网络。</translation>
    </message>
    <message>
        <source>No answer from {place} in time. Check that the server runs, and the address and network.</source>
        <translation>{place} 应答超时。请检查服务器是否运行，以及地址和网络。</translation>
    </message>
    <message>
        <source>The line to {place} broke.</source>
        <translation>与 {place} 的连接中断。</translation>
    </message>
    <message>
        <source>{place} cannot answer now: {said}.</source>
        <translation>{place} 暂时无法应答：{said}。</translation>
    </message>
    <message>
        <source>None of {place} takes entries now: all are read-only copies.</source>
        <translation>{place} 目前均不接收记录：都是只读副本。</translation>
    </message>
    <message>
        <source>{place} is a read-only copy: it takes no entries. Use the address of the main one.</source>
        <translation>{place} 是只读副本，不接收记录。请使用主库的地址。</translation>
    </message>
    <message>
        <source>This station only looks: nothing is written from here.</source>
        <translation>本席位只供查看，不能写入任何内容。</translation>
    </message>
    <message>
        <source>The certificate of {place} is not trusted: {said}.</source>
        <translation>{place} 的证书不受信任：{said}。</translation>
    </message>
    <message>
        <source>{place} refused the login. Check the user name and the password, and that this machine may connect ({said}).</source>
        <translation>{place} 拒绝登录。请核对用户名和密码，并确认允许本机连接（{said}）。</translation>
    </message>
    <message>
        <source>There is no such database: {place}. Check its name, or have it created.</source>
        <translation>没有该数据库：{place}。请核对名称，或请人建立。</translation>
    </message>
    <message>
        <source>{place} gives this login no rights ({said}). An administrator gives them, for example: GRANT muster_recorder TO …</source>
        <translation>{place} 未给此账号授权（{said}）。请管理员授权，例如：GRANT muster_recorder TO …</translation>
    </message>
    <message>
        <source>This login may not record this at {place} ({said}). Ask an administrator for the role.</source>
        <translation>此账号无权在 {place} 记录此项（{said}）。请向管理员申请相应角色。</translation>
    </message>
    <message>
        <source>The entry {entry} cannot be stored: {said}.</source>
        <translation>记录 {entry} 无法存储：{said}。</translation>
    </message>
    <message>
        <source>{count} entries are too many at once; the most is {most}. Send fewer.</source>
        <translation>一次 {count} 条记录过多，最多 {most} 条。请分批发送。</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Create it, or choose another place.</source>
        <translation>没有文件夹 {folder}。请新建，或另选位置。</translation>
    </message>
    <message>
        <source>There is no Muster log at {place} yet. Check the address; it is made when Muster itself is started there.</source>
        <translation>{place} 处还没有 Muster 共享日志。请检查地址；在该处启动 Muster 后即会建立。</translation>
    </message>
    <message>
        <source>{place} cannot be written: the folder or the file is read-only. Allow writing, or choose another place.</source>
        <translation>{place} 无法写入：文件夹或文件为只读。请允许写入，或另选位置。</translation>
    </message>
    <message>
        <source>{place} is on a network drive ({drive}), where file locks cannot be relied on. Choose a place on this machine, or share a PostgreSQL database.</source>
        <translation>{place} 位于网络驱动器（{drive}），文件锁不可靠。请选择本机位置，或共用 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <source>{place} is not a database. Choose another file, or a new name.</source>
        <translation>{place} 不是数据库。请另选文件，或换用新名称。</translation>
    </message>
    <message>
        <source>Another program keeps {place} busy. Wait, or close that program.</source>
        <translation>{place} 正被其他程序占用。请稍候，或关闭该程序。</translation>
    </message>
    <message>
        <source>The disk of {place} is full. Free some space.</source>
        <translation>{place} 所在磁盘已满。请腾出空间。</translation>
    </message>
    <message>
        <source>The file {sha256}… cannot be kept: {said}.</source>
        <translation>文件 {sha256}… 无法保存：{said}。</translation>
    </message>
    <message>
        <source>{place} was replaced by another file.</source>
        <translation>{place} 已被另一文件替换。</translation>
    </message>
    <message>
        <source>This name and contact cannot be kept: {said}.</source>
        <translation>此姓名和联系方式无法保存：{said}。</translation>
    </message>
    <message>
        <source>The address “{label}” cannot be kept: {said}.</source>
        <translation>发送地址“{label}”无法保存：{said}。</translation>
    </message>
    <message>
        <source>{place} is not open.</source>
        <translation>{place} 未打开。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Type in a sheet…</source>
        <translation>补录手写记录…</translation>
    </message>
    <message>
        <source>10:03 gate shut
10:07 +Chen Wei
10:09 =Tower A, Floor 1, Li Na</source>
        <translation>10:03 大门已关闭
10:07 +陈伟
10:09 =A座，1层，李娜</translation>
    </message>
    <message>
        <source>Type in what was written by hand</source>
        <translation>补录手写记录</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>A line for each, beginning with its time: words, or + who arrived (name or badge), # cordoned, &gt; evacuation begun, &lt; out, = empty and confirmed, each with the zone; ! a service called. Each is marked as written later.</source>
        <translation>每行以时间开头：写文字，或用记号：+ 到场人员（姓名或工牌），# 已警戒、&gt; 开始疏散、&lt; 已撤出人数、= 清空并确认（均写区域），! 已呼叫的外部力量。每条都注明补记。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}. Check the path.</source>
        <translation>无法读取 {file}：{why}。请检查路径。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB. Save the list of people as a file of its own.</source>
        <translation>{file} 超过 {limit} MB。请把人员名单另存为单独的文件。</translation>
    </message>
    <message>
        <source>{file} has more than {limit} rows. Save the list of people as a file of its own.</source>
        <translation>{file} 超过 {limit} 行。请把人员名单另存为单独的文件。</translation>
    </message>
    <message>
        <source>{file} is of an Excel before 2007. Save it as .xlsx or as CSV.</source>
        <translation>{file} 是 2007 以前的 Excel 格式。请另存为 .xlsx 或 CSV。</translation>
    </message>
    <message>
        <source>{file} is no whole Excel file. Open it there and save it once more, or as CSV.</source>
        <translation>{file} 不是完整的 Excel 文件。请在 Excel 中打开后重新保存，或另存为 CSV。</translation>
    </message>
    <message>
        <source>{file} is no whole CSV file ({why}). Save it once more as CSV.</source>
        <translation>{file} 不是完整的 CSV 文件（{why}）。请重新保存为 CSV。</translation>
    </message>
    <message>
        <source>{file} is neither CSV nor Excel. Save it as one of them.</source>
        <translation>{file} 既不是 CSV 也不是 Excel。请另存为其中一种。</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Nothing was written this month yet. T writes what happened.</source>
        <translation>本月尚无记录。按 T 记录发生的情况。</translation>
    </message>
    <message>
        <source>Open an incident from this…</source>
        <translation>由该条启动事件…</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>From</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>交班事项</translation>
    </message>
    <message>
        <source>{number} {title} (level {level})</source>
        <translation>{number} {title}（{level}级）</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>无进行中的事件</translation>
    </message>
</context>
<context>
    <name>ShiftView</name>
    <message>
        <source>Shift log</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上一月</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下一月</translation>
    </message>
    <message>
        <source>Open an incident from the line</source>
        <translation>由该条启动事件</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>交班…</translation>
    </message>
</context>
<context>
    <name>Sign</name>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>People hurt</source>
        <translation>受伤人数</translation>
    </message>
    <message>
        <source>Zones in hand</source>
        <translation>处置中区域</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火情</translation>
    </message>
    <message>
        <source>Blocked road</source>
        <translation>道路受阻</translation>
    </message>
    <message>
        <source>Damage to property</source>
        <translation>财物受损</translation>
    </message>
    <message>
        <source>Procession</source>
        <translation>结队行进</translation>
    </message>
    <message>
        <source>Damaged equipment</source>
        <translation>设备受损</translation>
    </message>
    <message>
        <source>Violence or threats of it</source>
        <translation>暴力或暴力威胁</translation>
    </message>
    <message>
        <source>Work obstructed after the matter was closed</source>
        <translation>事项办结后仍妨碍工作</translation>
    </message>
    <message>
        <source>Forced entry</source>
        <translation>强行闯入</translation>
    </message>
    <message>
        <source>Self-harm, or danger of it</source>
        <translation>自伤或有自伤危险</translation>
    </message>
    <message>
        <source>Sudden illness</source>
        <translation>突发疾病</translation>
    </message>
    <message>
        <source>A group on the way to a higher office</source>
        <translation>群众前往上级单位</translation>
    </message>
</context>
<context>
    <name>SitePlan</name>
    <message>
        <source>{name} is not here yet; the zones are in the list, too.</source>
        <translation>{name} 尚未传到本机；区域也可在列表中查看。</translation>
    </message>
    <message>
        <source>it is damaged, or not what its name says</source>
        <translation>文件已损坏，或与扩展名不符</translation>
    </message>
    <message>
        <source>{count} not drawn</source>
        <translation>{count} 个未绘</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空岗</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>Take post…</source>
        <translation>上岗…</translation>
    </message>
    <message>
        <source>{done} of {all} parts</source>
        <translation>分区 {done}/{all}</translation>
    </message>
    <message>
        <source>No site plan yet: zones are in the list (2). Press D to draw them here.</source>
        <translation>尚无平面图：区域见列表（2）。按 D 在此绘制。</translation>
    </message>
</context>
<context>
    <name>SitePlanPanel</name>
    <message>
        <source>Site plan</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>绘制…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The picture cannot be read; choose another with D.</source>
        <translation>底图无法读取，按 D 另选。</translation>
    </message>
</context>
<context>
    <name>Sounds</name>
    <message>
        <source>Somebody is not accounted for</source>
        <translation>有人未报到</translation>
    </message>
    <message>
        <source>Somebody is not here in time</source>
        <translation>有人未按时到位</translation>
    </message>
    <message>
        <source>A message has failed</source>
        <translation>有消息发送失败</translation>
    </message>
    <message>
        <source>Somebody is not told in time</source>
        <translation>有通报超时未办</translation>
    </message>
    <message>
        <source>A task is not done in time</source>
        <translation>有任务超时未办</translation>
    </message>
    <message>
        <source>The plan proposes something</source>
        <translation>预案有新的建议</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>on duty</source>
        <translation>在班</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>{count} of {all} on duty</source>
        <translation>在班 {count}/{all}</translation>
    </message>
    <message>
        <source>Nobody yet. Add those who can be called, or import a list.</source>
        <translation>还没有人员。请添加可通知的人员，或导入名单。</translation>
    </message>
    <message>
        <source>What is different about {name}</source>
        <translation>{name}有何变更</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Take {name} off the list?</source>
        <translation>将{name}移出名单？</translation>
    </message>
    <message>
        <source>They can be called no more. What they did stays in the log.</source>
        <translation>此后无法再召集该人员，其处置记录仍保留在日志中。</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>重新选择</translation>
    </message>
    <message>
        <source>Row {row}: {what}</source>
        <translation>第 {row} 行：{what}</translation>
    </message>
    <message>
        <source>{file} cannot be imported</source>
        <translation>无法导入 {file}</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>……另有 {count} 处错误。</translation>
    </message>
    <message>
        <source>Nothing in it is new.</source>
        <translation>其中没有新内容。</translation>
    </message>
    <message>
        <source>New: {names}.</source>
        <translation>新增：{names}。</translation>
    </message>
    <message>
        <source>Changed: {names}.</source>
        <translation>更改：{names}。</translation>
    </message>
    <message>
        <source>{count} go on duty.</source>
        <translation>{count} 人转为在班。</translation>
    </message>
    <message>
        <source>{count} goes on duty.</source>
        <translation>{count} 人转为在班。</translation>
    </message>
    <message>
        <source>{count} goes off duty.</source>
        <translation>{count} 人转为不在班。</translation>
    </message>
    <message>
        <source>{count} go off duty.</source>
        <translation>{count} 人转为不在班。</translation>
    </message>
    <message>
        <source>{count} stays as they are.</source>
        <translation>{count} 人不变。</translation>
    </message>
    <message>
        <source>{count} stay as they are.</source>
        <translation>{count} 人不变。</translation>
    </message>
    <message>
        <source>Who is not in the file stays too.</source>
        <translation>名单以外的人员不变。</translation>
    </message>
    <message>
        <source>Import {count} person from {file}?</source>
        <translation>从 {file} 导入 {count} 人？</translation>
    </message>
    <message>
        <source>Import {count} people from {file}?</source>
        <translation>从 {file} 导入 {count} 人？</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等，另有 {count} 人</translation>
    </message>
</context>
<context>
    <name>StaffPanel</name>
    <message>
        <source>Import people from CSV or Excel</source>
        <translation>从 CSV 或 Excel 导入人员</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.txt)</source>
        <translation>表格 (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Staff and duty</source>
        <translation>人员与值班</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Badge</source>
        <translation>工牌(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>岗位(&amp;R)</translation>
    </message>
    <message>
        <source>a part of the words; several are possible</source>
        <translation>输入部分名称，可填多个</translation>
    </message>
    <message>
        <source>Enter on or off duty, E change, Del off the list</source>
        <translation>Enter 上班或下班，E 修改，Del 移出名单</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>The shared log cannot be reached now. Try again once connected.</source>
        <translation>暂时连不上共享日志，连接后请再试。</translation>
    </message>
    <message>
        <source>The shared log does not answer any more. It is called again by itself.</source>
        <translation>共享日志没有回应，正在自动重连。</translation>
    </message>
    <message>
        <source>An entry was announced that the shared log does not have; it was taken off the screen here. Either the log was set back, and whoever wrote it sends it again, or somebody with a login sends false notices: tell the administrator.</source>
        <translation>收到一条共享日志中并不存在的记录，已从屏幕撤下。可能是日志曾被回退（原席位会重新发送），也可能有人冒发通知：请告知管理员。</translation>
    </message>
    <message>
        <source>Name and contact could not be written on this machine ({said}). Free some space or check the disk, then type them again.</source>
        <translation>姓名和联系方式无法写入本机（{said}）。请腾出空间或检查磁盘，然后重新输入。</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>the last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Reckoned of</source>
        <translation>统计对象</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>every plan</source>
        <translation>全部预案</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>It could not be saved: {why}</source>
        <translation>无法保存：{why}</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>DRILL: drills alone</source>
        <translation>演练：仅统计演练</translation>
    </message>
    <message>
        <source>real incidents alone</source>
        <translation>仅统计实战事件</translation>
    </message>
    <message>
        <source>read-only copy: {count} entries are not reckoned yet</source>
        <translation>只读副本：尚有 {count} 条记录未统计</translation>
    </message>
    <message>
        <source>1 incident</source>
        <translation>1 起事件</translation>
    </message>
    <message>
        <source>DRILL: 1 drill</source>
        <translation>演练：1 次</translation>
    </message>
    <message>
        <source>DRILL: {count} drills</source>
        <translation>演练：{count} 次</translation>
    </message>
    <message>
        <source>Reckoning…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>{count} incidents</source>
        <translation>{count} 起事件</translation>
    </message>
    <message>
        <source>Nothing happened in this time that can be reckoned.</source>
        <translation>这段时间内没有可统计的事件。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Hour of the call</source>
        <translation>召集时段</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>召集</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Share in time</source>
        <translation>按时率</translation>
    </message>
    <message>
        <source>Usual, min</source>
        <translation>中位（分）</translation>
    </message>
    <message>
        <source>Nine of ten, min</source>
        <translation>九成（分）</translation>
    </message>
    <message>
        <source>Deadlines kept</source>
        <translation>按时完成率</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>Command on site</source>
        <translation>现场指挥到位</translation>
    </message>
    <message>
        <source>Zones confirmed empty</source>
        <translation>区域确认清空</translation>
    </message>
    <message>
        <source>Minutes from the call to the arrival: usual, and nine of ten</source>
        <translation>从召集到到场的分钟数：中位值与九成值</translation>
    </message>
    <message>
        <source>Deadlines kept, per cent of those that fell due</source>
        <translation>按时完成率（到期事项的百分比）</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>Deadlines kept, per cent</source>
        <translation>按时完成率（%）</translation>
    </message>
    <message>
        <source>Deadlines that fell due</source>
        <translation>到期时限数</translation>
    </message>
    <message>
        <source>{share} of {count}</source>
        <translation>{count} 项中 {share}</translation>
    </message>
    <message>
        <source>{usual} min, nine of ten within {slow}</source>
        <translation>{usual} 分（九成在 {slow} 内）</translation>
    </message>
</context>
<context>
    <name>StatisticsView</name>
    <message>
        <source>Save as CSV</source>
        <translation>存为 CSV</translation>
    </message>
    <message>
        <source>every plan</source>
        <translation>全部预案</translation>
    </message>
    <message>
        <source>real incidents</source>
        <translation>实战事件</translation>
    </message>
    <message>
        <source>drills apart</source>
        <translation>单看演练</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>the last 12 months; or 2026-11, 2026-10..2026-11</source>
        <translation>最近 12 个月；或 2026-11、2026-10..2026-11</translation>
    </message>
    <message>
        <source>Which time</source>
        <translation>统计时段</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Real or drills</source>
        <translation>实战或演练</translation>
    </message>
    <message>
        <source>Write 2026, 2026-11, 2026-11-23, or two with .. between.</source>
        <translation>请写 2026、2026-11、2026-11-23，或用 .. 连接两个时间。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>By role</source>
        <translation>按岗位</translation>
    </message>
    <message>
        <source>By plan</source>
        <translation>按预案</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>按时段</translation>
    </message>
    <message>
        <source>Trend by month</source>
        <translation>按月趋势</translation>
    </message>
    <message>
        <source>Arrivals against their deadlines</source>
        <translation>到场与到位时限</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>with {names}</source>
        <translation>在线席位：{names}</translation>
    </message>
    <message>
        <source>{count} waiting for the network</source>
        <translation>{count} 条等待网络</translation>
    </message>
    <message>
        <source>chain broken</source>
        <translation>日志链断裂</translation>
    </message>
    <message>
        <source>chain whole, {count} entries</source>
        <translation>日志链完整，共 {count} 条</translation>
    </message>
    <message>
        <source>● Shared log, live</source>
        <translation>● 共享日志，实时</translation>
    </message>
    <message>
        <source>● This machine&apos;s log</source>
        <translation>● 本机日志</translation>
    </message>
    <message>
        <source>● Shared log, looked at every second</source>
        <translation>● 共享日志，每秒查询</translation>
    </message>
    <message>
        <source>◇ Catching up</source>
        <translation>◇ 正在补齐</translation>
    </message>
    <message>
        <source>○ Refused by the shared log</source>
        <translation>○ 共享日志拒绝登录</translation>
    </message>
    <message>
        <source>○ No connection for {time}</source>
        <translation>○ 已断开 {time}</translation>
    </message>
    <message>
        <source>clock {offset} s</source>
        <translation>时钟 {offset} 秒</translation>
    </message>
    <message>
        <source>chain whole, {count} entry</source>
        <translation>日志链完整，共 {count} 条</translation>
    </message>
    <message>
        <source>Entry #{seq} of a stream is not what this station holds. Tell the administrator; go on working, nothing typed here is lost.</source>
        <translation>第 {seq} 条记录与本席位留存的不一致。请通知管理员；可继续工作，本席位录入的内容不会丢失。</translation>
    </message>
    <message>
        <source>The log was altered</source>
        <translation>日志被改动</translation>
    </message>
    <message>
        <source>{count}: {why}</source>
        <translation>{count} 条：{why}</translation>
    </message>
    <message>
        <source>Entries refused by the shared log</source>
        <translation>共享日志拒收的记录</translation>
    </message>
    <message>
        <source>The shared log does not let this station in</source>
        <translation>共享日志不允许本席位接入</translation>
    </message>
    <message>
        <source>The shared log takes nothing from this station</source>
        <translation>共享日志不接收本席位的记录</translation>
    </message>
    <message>
        <source>Trying to reach the shared log. What you write is kept here.</source>
        <translation>正在连接共享日志。录入的内容已保存在本机。</translation>
    </message>
    <message>
        <source>This is the picture of {time}; others may have written since. Go on working: what you write is kept here and sent as soon as the line is back.</source>
        <translation>画面停留在 {time}，其他席位此后可能有新记录。请继续工作：录入的内容保存在本机，恢复连接后立即发送。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>{why}. Watch the screen. It is tried again with every alarm.</source>
        <translation>{why}。请注意看屏幕；下次告警时会再试。</translation>
    </message>
    <message>
        <source>Alarms are not heard on this machine</source>
        <translation>本机听不到告警声音</translation>
    </message>
    <message>
        <source>This station gave {count} entry back to it. Nothing is lost.</source>
        <translation>本席位已补回 {count} 条记录，没有丢失。</translation>
    </message>
    <message>
        <source>This station gave {count} entries back to it. Nothing is lost.</source>
        <translation>本席位已补回 {count} 条记录，没有丢失。</translation>
    </message>
    <message>
        <source>The shared log was set back</source>
        <translation>共享日志曾被回退</translation>
    </message>
    <message>
        <source>It moved by {seconds} s. Times here follow the shared log&apos;s clock.</source>
        <translation>跳动了 {seconds} 秒。本机显示的时间以共享日志的时钟为准。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock jumped</source>
        <translation>本机时钟发生跳动</translation>
    </message>
    <message>
        <source>Damage on this machine was mended</source>
        <translation>本机文件损坏，已修复</translation>
    </message>
    <message>
        <source>{fault}. The rest goes on; the program&apos;s log has the details.</source>
        <translation>{fault}。其余部分照常运行，详情见程序日志。</translation>
    </message>
    <message>
        <source>An unexpected error in one part</source>
        <translation>某一部分出现意外错误</translation>
    </message>
</context>
<context>
    <name>TargetsPanel</name>
    <message>
        <source>Whom it reaches</source>
        <translation>发给谁</translation>
    </message>
    <message>
        <source>Whom the address reaches</source>
        <translation>该地址发给谁</translation>
    </message>
    <message>
        <source>Choose an address.</source>
        <translation>请选择发送地址。</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>new time: {reason}</source>
        <translation>改期：{reason}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>phase over</source>
        <translation>阶段已过</translation>
    </message>
    <message>
        <source>must be done</source>
        <translation>必须完成</translation>
    </message>
    <message>
        <source>done {time} by {by}</source>
        <translation>{by}于 {time} 完成</translation>
    </message>
    <message>
        <source>skipped {time} by {by}</source>
        <translation>{by}于 {time} 跳过</translation>
    </message>
    <message>
        <source>Tell {who}</source>
        <translation>通报{who}</translation>
    </message>
    <message>
        <source>told {time} by {by}</source>
        <translation>{by}于 {time} 通报</translation>
    </message>
    <message>
        <source>not reached {time}</source>
        <translation>{time} 未联系上</translation>
    </message>
    <message>
        <source>message delivered</source>
        <translation>消息已送达</translation>
    </message>
    <message>
        <source>message failed</source>
        <translation>消息发送失败</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>message delivered {time}: ask whether they have read it</source>
        <translation>消息 {time} 送达：请询问对方是否已读</translation>
    </message>
    <message>
        <source>phone them: {why}</source>
        <translation>请打电话：{why}</translation>
    </message>
    <message>
        <source>message under way</source>
        <translation>消息发送中</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已通报</translation>
    </message>
    <message>
        <source>{left} of {all} to do</source>
        <translation>{all} 项中 {left} 项待办</translation>
    </message>
    <message>
        <source>The plan brings no tasks. N adds one.</source>
        <translation>预案没有任务。按 N 新增。</translation>
    </message>
    <message>
        <source>Send a message…</source>
        <translation>发送消息…</translation>
    </message>
    <message>
        <source>Told, with what was said…</source>
        <translation>已通报，记录内容…</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>跳过…</translation>
    </message>
    <message>
        <source>Give to another…</source>
        <translation>换负责人…</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>更改时限…</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>通话内容</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>新增任务</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>“{condition}”: that was not seen. Done all the same?</source>
        <translation>“{condition}”：未见此情形的记录。仍按已完成记录吗？</translation>
    </message>
    <message>
        <source>Done all the same</source>
        <translation>仍记为完成</translation>
    </message>
    <message>
        <source>Open “{plan}”…</source>
        <translation>启动“{plan}”…</translation>
    </message>
    <message>
        <source>Open an incident: {plan}</source>
        <translation>启动事件：{plan}</translation>
    </message>
    <message>
        <source>It stands beside this one on the board; this task is then done.</source>
        <translation>新事件与本事件并列显示在总览；本任务随即完成。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Who does “{task}” now?</source>
        <translation>“{task}”改由谁负责？</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Skip “{task}”</source>
        <translation>跳过“{task}”</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Until when is “{task}” to be done?</source>
        <translation>“{task}”改到何时完成？</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>14:15, or 10 for ten minutes</source>
        <translation>如 14:15，或输入 10 表示十分钟后</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>TasksPanel</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Tasks and notifications</source>
        <translation>任务与通报</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>An entry of a newer program: {kind}</source>
        <translation>较新版本程序的记录：{kind}</translation>
    </message>
    <message>
        <source>{subject}: drill opened at level {level}, {place}</source>
        <translation>{subject}：演练启动，{level}级，{place}</translation>
    </message>
    <message>
        <source>{subject}: opened at level {level}, {place}</source>
        <translation>{subject}：事件启动，{level}级，{place}</translation>
    </message>
    <message>
        <source>About {people} person</source>
        <translation>约 {people} 人</translation>
    </message>
    <message>
        <source>About {people} people</source>
        <translation>约 {people} 人</translation>
    </message>
    <message>
        <source>Now: {what}</source>
        <translation>现为：{what}</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>{level}级</translation>
    </message>
    <message>
        <source>{subject}, as the plan proposed, decided by {by}: {reason}</source>
        <translation>{subject}，按预案提议，{by}决定：{reason}</translation>
    </message>
    <message>
        <source>{subject}, decided by {by}: {reason}</source>
        <translation>{subject}，{by}决定：{reason}</translation>
    </message>
    <message>
        <source>Plan proposes level {level}</source>
        <translation>预案提议升至{level}级</translation>
    </message>
    <message>
        <source>{subject}: {reason}</source>
        <translation>{subject}：{reason}</translation>
    </message>
    <message>
        <source>{subject}: {reason}, counted {count}</source>
        <translation>{subject}：{reason}，实计 {count}</translation>
    </message>
    <message>
        <source>Proposal of level {level}</source>
        <translation>{level}级提议</translation>
    </message>
    <message>
        <source>{subject} declined: {reason}</source>
        <translation>{subject}未采纳：{reason}</translation>
    </message>
    <message>
        <source>{subject} declined</source>
        <translation>{subject}未采纳</translation>
    </message>
    <message>
        <source>{subject}, {zone}: {text}</source>
        <translation>{subject}，{zone}：{text}</translation>
    </message>
    <message>
        <source>{subject}, {zone}</source>
        <translation>{subject}，{zone}</translation>
    </message>
    <message>
        <source>{subject}: {text}</source>
        <translation>{subject}：{text}</translation>
    </message>
    <message>
        <source>{subject} reported</source>
        <translation>{subject}：已发现</translation>
    </message>
    <message>
        <source>{subject} no longer: {text}</source>
        <translation>{subject}：已解除，{text}</translation>
    </message>
    <message>
        <source>{subject} no longer</source>
        <translation>{subject}：已解除</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地点</translation>
    </message>
    <message>
        <source>{subject}: {unhurt} unhurt, {slightly} slightly hurt, {badly} badly hurt</source>
        <translation>{subject}：无伤 {unhurt} 人，轻伤 {slightly} 人，重伤 {badly} 人</translation>
    </message>
    <message>
        <source>{subject} takes over command from {before}</source>
        <translation>{subject}从{before}处接任指挥</translation>
    </message>
    <message>
        <source>{subject} takes over command</source>
        <translation>{subject}接任指挥</translation>
    </message>
    <message>
        <source>Phase {name}</source>
        <translation>进入“{name}”阶段</translation>
    </message>
    <message>
        <source>{subject}: {reason} • although still open: {left} ({despite})</source>
        <translation>{subject}：{reason} • 仍有未完成：{left}（{despite}）</translation>
    </message>
    <message>
        <source>Alarm acknowledged: {about}, due {due}</source>
        <translation>告警已知悉：{about}，应于 {due} 前</translation>
    </message>
    <message>
        <source>{subject} called as {role}, due {due}</source>
        <translation>呼叫{subject}，任{role}，限 {due} 前到场</translation>
    </message>
    <message>
        <source>{subject}: new task for {owner}</source>
        <translation>{subject}：新任务，由{owner}负责</translation>
    </message>
    <message>
        <source>{subject}: new task</source>
        <translation>{subject}：新任务</translation>
    </message>
    <message>
        <source>{subject} at post {post}</source>
        <translation>{subject}在{post}岗</translation>
    </message>
    <message>
        <source>Post {post}</source>
        <translation>{post}岗</translation>
    </message>
    <message>
        <source>{subject} left</source>
        <translation>{subject}离开</translation>
    </message>
    <message>
        <source>{subject} could not be reached</source>
        <translation>{subject}未联系上</translation>
    </message>
    <message>
        <source>{subject} told: {said}</source>
        <translation>{subject}已通报：{said}</translation>
    </message>
    <message>
        <source>{subject} told</source>
        <translation>{subject}已通报</translation>
    </message>
    <message>
        <source>{service} called</source>
        <translation>已呼叫 {service}</translation>
    </message>
    <message>
        <source>{subject} by {by}: {said}</source>
        <translation>{subject}（{by}）：{said}</translation>
    </message>
    <message>
        <source>{subject} by {by}, reference {reference}</source>
        <translation>{subject}（{by}），受理编号 {reference}</translation>
    </message>
    <message>
        <source>{subject} by {by}</source>
        <translation>{subject}（{by}）</translation>
    </message>
    <message>
        <source>{said} (reference {reference})</source>
        <translation>{said}（受理编号 {reference}）</translation>
    </message>
    <message>
        <source>{subject}: reference {reference}</source>
        <translation>{subject}：受理编号 {reference}</translation>
    </message>
    <message>
        <source>{subject} arrived: {units}</source>
        <translation>{subject}到场：{units}</translation>
    </message>
    <message>
        <source>{subject} arrived</source>
        <translation>{subject}到场</translation>
    </message>
    <message>
        <source>{subject}: message sent by itself: {text}</source>
        <translation>{subject}：已自动发送消息：{text}</translation>
    </message>
    <message>
        <source>{subject}: message sent: {text}</source>
        <translation>{subject}：已发送消息：{text}</translation>
    </message>
    <message>
        <source>{subject}: message delivered in {seconds} s</source>
        <translation>{subject}：消息已送达，用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>{subject}: message failed, {why}</source>
        <translation>{subject}：消息发送失败，{why}</translation>
    </message>
    <message>
        <source>Struck: {reason}</source>
        <translation>作废：{reason}</translation>
    </message>
    <message>
        <source>Corrected: {told}, at {at} ({reason})</source>
        <translation>更正：{told}，时间 {at}（{reason}）</translation>
    </message>
    <message>
        <source>Corrected: {told} ({reason})</source>
        <translation>更正：{told}（{reason}）</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Taken back: {told}</source>
        <translation>已撤回：{told}</translation>
    </message>
    <message>
        <source>Photo: {text}</source>
        <translation>照片：{text}</translation>
    </message>
    <message>
        <source>Film: {text}</source>
        <translation>录像：{text}</translation>
    </message>
    <message>
        <source>Recording: {text}</source>
        <translation>录音：{text}</translation>
    </message>
    <message>
        <source>File: {text}</source>
        <translation>文件：{text}</translation>
    </message>
    <message>
        <source>{subject} handed the shift over to {to}</source>
        <translation>{subject}向{to}交班</translation>
    </message>
    <message>
        <source>{subject} handed the shift over to {to}: {text}</source>
        <translation>{subject}向{to}交班：{text}</translation>
    </message>
    <message>
        <source>{subject}: printed in {language}, entries: {count}</source>
        <translation>打印{subject}（{language}，{count} 条记录）</translation>
    </message>
    <message>
        <source>{subject}: printed in {language} with personal details, entries: {count}</source>
        <translation>打印{subject}（{language}，含个人信息，{count} 条记录）</translation>
    </message>
    <message>
        <source>{subject}: staff entry changed</source>
        <translation>{subject}：人员信息变更</translation>
    </message>
    <message>
        <source>{subject}: plan published</source>
        <translation>{subject}：预案发布</translation>
    </message>
    <message>
        <source>{subject}: zone defined</source>
        <translation>{subject}：区域设定</translation>
    </message>
    <message>
        <source>{subject}: off the site plan</source>
        <translation>{subject}：已从平面图移除</translation>
    </message>
    <message>
        <source>{subject}: drawn on the site plan</source>
        <translation>{subject}：已绘入平面图</translation>
    </message>
    <message>
        <source>The site plan has no picture any more</source>
        <translation>平面图已无底图</translation>
    </message>
    <message>
        <source>{subject}: new picture of the site plan</source>
        <translation>{subject}：已设为平面图底图</translation>
    </message>
    <message>
        <source>{subject}: messages go out by themselves</source>
        <translation>{subject}：消息自动发送</translation>
    </message>
    <message>
        <source>{subject}: messages go out only when sent</source>
        <translation>{subject}：消息由人发送</translation>
    </message>
    <message>
        <source>{subject}: not called from here</source>
        <translation>{subject}：本单位不呼叫</translation>
    </message>
    <message>
        <source>{subject}: dial {number}</source>
        <translation>{subject}：拨打 {number}</translation>
    </message>
    <message>
        <source>{subject}: {address}, call back {phone}</source>
        <translation>{subject}：{address}，回拨电话 {phone}</translation>
    </message>
    <message>
        <source>{subject}: {address}</source>
        <translation>{subject}：{address}</translation>
    </message>
    <message>
        <source>{subject} takes command</source>
        <translation>{subject}担任指挥</translation>
    </message>
    <message>
        <source>Declared over</source>
        <translation>宣布结束</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Closed: {summary}</source>
        <translation>归档：{summary}</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Reopened: {reason}</source>
        <translation>重新启动：{reason}</translation>
    </message>
    <message>
        <source>{subject}: nobody there to be called; wanted by {due}</source>
        <translation>{subject}：无人可召集，须于 {due} 前到场</translation>
    </message>
    <message>
        <source>{subject}: nobody wanted any more</source>
        <translation>{subject}：不再需要人员</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>{subject}: {count} to answer by {due}</source>
        <translation>{subject}：{count} 人应于 {due} 前报到</translation>
    </message>
    <message>
        <source>{subject} accounted for by {by}, {channel}</source>
        <translation>{subject}由{by}代为报到，{channel}</translation>
    </message>
    <message>
        <source>{subject} accounted for by {by}</source>
        <translation>{subject}由{by}代为报到</translation>
    </message>
    <message>
        <source>{subject} answered the roll call, {channel}</source>
        <translation>{subject}已报到，{channel}</translation>
    </message>
    <message>
        <source>{subject} answered the roll call</source>
        <translation>{subject}已报到</translation>
    </message>
    <message>
        <source>{subject} acknowledged</source>
        <translation>{subject}已应答</translation>
    </message>
    <message>
        <source>{subject} on the way</source>
        <translation>{subject}在途</translation>
    </message>
    <message>
        <source>{subject} on the way, ETA {eta}</source>
        <translation>{subject}在途，预计 {eta} 到</translation>
    </message>
    <message>
        <source>{subject} does not answer</source>
        <translation>{subject}无人接听</translation>
    </message>
    <message>
        <source>{subject} excused</source>
        <translation>{subject}请假</translation>
    </message>
    <message>
        <source>{subject} excused: {reason}</source>
        <translation>{subject}请假：{reason}</translation>
    </message>
    <message>
        <source>{subject} stood down</source>
        <translation>{subject}解除召集</translation>
    </message>
    <message>
        <source>{subject}: owed by {owner}, until {due}</source>
        <translation>{subject}：由{owner}负责，截止 {due}</translation>
    </message>
    <message>
        <source>{subject}: done</source>
        <translation>{subject}：完成</translation>
    </message>
    <message>
        <source>{subject}: done, {result}</source>
        <translation>{subject}：完成，{result}</translation>
    </message>
    <message>
        <source>{subject}: owed again ({reason})</source>
        <translation>{subject}：重新办理（{reason}）</translation>
    </message>
    <message>
        <source>{subject}: not needed after all ({reason})</source>
        <translation>{subject}：不再办理（{reason}）</translation>
    </message>
    <message>
        <source>{subject}: now owed by {owner}</source>
        <translation>{subject}：改由{owner}负责</translation>
    </message>
    <message>
        <source>{subject}: now owed by {owner} ({reason})</source>
        <translation>{subject}：改由{owner}负责（{reason}）</translation>
    </message>
    <message>
        <source>{subject}: until {due} instead ({reason})</source>
        <translation>{subject}：截止改为 {due}（{reason}）</translation>
    </message>
    <message>
        <source>{subject}: asked {who}, who said: {said}</source>
        <translation>{subject}：已向{who}催办，答复：{said}</translation>
    </message>
    <message>
        <source>{subject}: asked {who}</source>
        <translation>{subject}：已向{who}催办</translation>
    </message>
    <message>
        <source>{subject}: asked how it stands: {said}</source>
        <translation>{subject}：已催办，答复：{said}</translation>
    </message>
    <message>
        <source>{subject}: asked how it stands</source>
        <translation>{subject}：已催办</translation>
    </message>
    <message>
        <source>{subject}: reported to {to}: {text}</source>
        <translation>{subject}：已向{to}反馈：{text}</translation>
    </message>
    <message>
        <source>Settled: nothing is owed any more</source>
        <translation>已了结：没有待办的后续事项</translation>
    </message>
    <message>
        <source>{subject}: now for {owner} ({reason})</source>
        <translation>{subject}：改由{owner}负责（{reason}）</translation>
    </message>
    <message>
        <source>{subject}: now for {owner}</source>
        <translation>{subject}：改由{owner}负责</translation>
    </message>
    <message>
        <source>{subject}: now due {due} ({reason})</source>
        <translation>{subject}：时限改为 {due}（{reason}）</translation>
    </message>
    <message>
        <source>{subject}: not done after all</source>
        <translation>{subject}：撤回完成</translation>
    </message>
    <message>
        <source>{subject}: not done after all ({reason})</source>
        <translation>{subject}：撤回完成（{reason}）</translation>
    </message>
    <message>
        <source>{subject}: skipped</source>
        <translation>{subject}：跳过</translation>
    </message>
    <message>
        <source>{subject}: skipped ({reason})</source>
        <translation>{subject}：跳过（{reason}）</translation>
    </message>
    <message>
        <source>{subject} cordoned, {line}; on it: {guards}</source>
        <translation>{subject}已警戒，{line}；值守：{guards}</translation>
    </message>
    <message>
        <source>{subject} cordoned, {line}</source>
        <translation>{subject}已警戒，{line}</translation>
    </message>
    <message>
        <source>{subject} cordoned; on the line: {guards}</source>
        <translation>{subject}已警戒；警戒线值守：{guards}</translation>
    </message>
    <message>
        <source>{subject} cordoned</source>
        <translation>{subject}已警戒</translation>
    </message>
    <message>
        <source>{subject} cordoned, {line}; nobody stands on it</source>
        <translation>{subject}已警戒，{line}；无人值守</translation>
    </message>
    <message>
        <source>{subject} cordoned; nobody stands on the line</source>
        <translation>{subject}已警戒；警戒线无人值守</translation>
    </message>
    <message>
        <source>{subject}, {part}: empty, confirmed</source>
        <translation>{subject}，{part}：已清空并确认</translation>
    </message>
    <message>
        <source>{subject}, {part}: empty, confirmed by {by}</source>
        <translation>{subject}，{part}：已清空，{by}确认</translation>
    </message>
    <message>
        <source>{subject}: {count} out</source>
        <translation>{subject}：已撤出 {count} 人</translation>
    </message>
    <message>
        <source>{subject}: {count} there</source>
        <translation>{subject}：现有 {count} 人</translation>
    </message>
    <message>
        <source>{subject} evacuating, {expected} expected out</source>
        <translation>{subject}正在疏散，应撤出 {expected} 人</translation>
    </message>
    <message>
        <source>{subject} open</source>
        <translation>{subject}已开放</translation>
    </message>
    <message>
        <source>{subject} shut</source>
        <translation>{subject}已关闭</translation>
    </message>
    <message>
        <source>{subject}: cordon lifted</source>
        <translation>{subject}：撤除警戒</translation>
    </message>
    <message>
        <source>{subject} evacuating</source>
        <translation>{subject}正在疏散</translation>
    </message>
    <message>
        <source>{subject} reported empty</source>
        <translation>{subject}报告清空</translation>
    </message>
    <message>
        <source>{subject} empty, confirmed</source>
        <translation>{subject}已清空并确认</translation>
    </message>
    <message>
        <source>{subject} empty, confirmed by {by}</source>
        <translation>{subject}已清空，{by}确认</translation>
    </message>
    <message>
        <source>{subject} released</source>
        <translation>{subject}解除管控</translation>
    </message>
    <message>
        <source>{subject} on duty</source>
        <translation>{subject}上班</translation>
    </message>
    <message>
        <source>{subject} off duty</source>
        <translation>{subject}下班</translation>
    </message>
    <message>
        <source>Recorded at {time}</source>
        <translation>已记录在 {time}</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Strike…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Strike “{entry}”</source>
        <translation>作废“{entry}”</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Correct “{entry}”</source>
        <translation>更正“{entry}”</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>{count} entry</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>Nothing written by you yet.</source>
        <translation>本人尚无记录。</translation>
    </message>
    <message>
        <source>contradicts other entries</source>
        <translation>与其他记录矛盾</translation>
    </message>
    <message>
        <source>dated ahead, recorded {time}</source>
        <translation>时间超前，{time} 收到</translation>
    </message>
    <message>
        <source>written {time}</source>
        <translation>{time} 补记</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>待网络恢复后上传</translation>
    </message>
    <message>
        <source>{subject}: {matter} • received by {by}</source>
        <translation>{subject}：{matter} • 接待人：{by}</translation>
    </message>
    <message>
        <source>{matter} • {people} person</source>
        <translation>{matter} • {people} 人</translation>
    </message>
    <message>
        <source>{matter} • {people} people</source>
        <translation>{matter} • {people} 人</translation>
    </message>
    <message>
        <source>{matter} • {unit}</source>
        <translation>{matter} • {unit}</translation>
    </message>
    <message>
        <source>{subject}, now: {what}</source>
        <translation>{subject}，现为：{what}</translation>
    </message>
    <message>
        <source>{subject} is received and wants an answer; contact kept apart</source>
        <translation>{subject}：已接待，要求答复；联系方式另行保存</translation>
    </message>
    <message>
        <source>{subject} is received</source>
        <translation>{subject}：已接待</translation>
    </message>
    <message>
        <source>{subject}, answered by {by}: {text}</source>
        <translation>{subject}，{by}答复：{text}</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>{subject}: {text} • {owner}, until {due}</source>
        <translation>{subject}：{text} • {owner}，截止 {due}</translation>
    </message>
    <message>
        <source>{subject} ended: {outcome}</source>
        <translation>{subject}结束：{outcome}</translation>
    </message>
    <message>
        <source>{subject} ended</source>
        <translation>{subject}结束</translation>
    </message>
    <message>
        <source>{subject}: name and contact erased</source>
        <translation>{subject}：姓名和联系方式已删除</translation>
    </message>
    <message>
        <source>Reception {number}</source>
        <translation>第 {number} 场接待</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Representative {number}</source>
        <translation>{number} 号代表</translation>
    </message>
    <message>
        <source>{subject}: the script of this drill</source>
        <translation>{subject}：本次演练脚本</translation>
    </message>
    <message>
        <source>Drill inject: {text}</source>
        <translation>演练情景：{text}</translation>
    </message>
    <message>
        <source>Drill inject added for {due}: {text}</source>
        <translation>增加演练情景，{due} 导入：{text}</translation>
    </message>
    <message>
        <source>Drill inject skipped: {text}</source>
        <translation>跳过演练情景：{text}</translation>
    </message>
    <message>
        <source>Drill inject skipped: {text} ({reason})</source>
        <translation>跳过演练情景：{text}（{reason}）</translation>
    </message>
    <message>
        <source>The drill goes on</source>
        <translation>演练继续</translation>
    </message>
    <message>
        <source>The drill stands still</source>
        <translation>演练暂停</translation>
    </message>
    <message>
        <source>The drill stands still: {reason}</source>
        <translation>演练暂停：{reason}</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>发生了什么？</translation>
    </message>
    <message>
        <source>What happened? Enter writes it, “10:03 …” back-dates it</source>
        <translation>发生了什么？回车记录；“10:03 …”补记时间</translation>
    </message>
    <message>
        <source>{count} new ↓</source>
        <translation>{count} 条新记录 ↓</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Take back: {told}</source>
        <translation>撤回：{told}</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>{count} on duty</source>
        <translation>{count} 人在班</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>无突发事件</translation>
    </message>
    <message>
        <source>nobody is on duty</source>
        <translation>无人在班</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>{day}, {date}</source>
        <translation>{date} {day}</translation>
    </message>
    <message>
        <source>{days}d</source>
        <translation>{days}天</translation>
    </message>
    <message>
        <source>{hours}h{minutes:02}</source>
        <translation>{hours}h{minutes:02}</translation>
    </message>
    <message>
        <source>THE LOG WAS ALTERED</source>
        <translation>日志被篡改</translation>
    </message>
    <message>
        <source>what stands here is not proven; tell the administrator</source>
        <translation>所示内容未经核实，请告知管理员</translation>
    </message>
    <message>
        <source>○ chain broken</source>
        <translation>○ 日志链断裂</translation>
    </message>
    <message>
        <source>last change {time}</source>
        <translation>最近更新 {time}</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● 实时</translation>
    </message>
    <message>
        <source>NOT LET IN</source>
        <translation>无权访问</translation>
    </message>
    <message>
        <source>○ refused</source>
        <translation>○ 被拒绝</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>what stands here may be old</source>
        <translation>所示内容可能已过时</translation>
    </message>
    <message>
        <source>○ connecting</source>
        <translation>○ 正在连接</translation>
    </message>
    <message>
        <source>picture of {time}, {ago} old</source>
        <translation>画面停留在 {time}，已过 {ago}</translation>
    </message>
    <message>
        <source>NOT LIVE</source>
        <translation>画面未更新</translation>
    </message>
    <message>
        <source>○ not live</source>
        <translation>○ 未更新</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记事</translation>
    </message>
    <message>
        <source>{to}: message sent</source>
        <translation>{to}：已发送消息</translation>
    </message>
    <message>
        <source>Reception of visitors begun</source>
        <translation>来访接待开始</translation>
    </message>
    <message>
        <source>Reception: answered</source>
        <translation>接待：已答复</translation>
    </message>
    <message>
        <source>Reception: promised, until {day}</source>
        <translation>接待：已作承诺，期限 {day}</translation>
    </message>
    <message>
        <source>Reception: amended</source>
        <translation>接待：信息已更新</translation>
    </message>
    <message>
        <source>Reception of visitors ended</source>
        <translation>来访接待结束</translation>
    </message>
    <message>
        <source>Follow-up brought up to date</source>
        <translation>后续事项有更新</translation>
    </message>
    <message>
        <source>An entry of the reception was corrected</source>
        <translation>一条接待记录已更正</translation>
    </message>
    <message>
        <source>An entry was corrected</source>
        <translation>一条记录已更正</translation>
    </message>
    <message>
        <source>A note was struck</source>
        <translation>一条记事已作废</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>A photo was added</source>
        <translation>已添加照片</translation>
    </message>
    <message>
        <source>A film was added</source>
        <translation>已添加录像</translation>
    </message>
    <message>
        <source>A recording was added</source>
        <translation>已添加录音</translation>
    </message>
    <message>
        <source>A file was added</source>
        <translation>已添加文件</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} person</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{here}/{called} on site</source>
        <translation>到场 {here}/{called}</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>declared over</source>
        <translation>已宣布结束</translation>
    </message>
    <message>
        <source>acting</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>no commander yet</source>
        <translation>尚无现场指挥</translation>
    </message>
    <message>
        <source>acting commander on site</source>
        <translation>代理指挥在场</translation>
    </message>
    <message>
        <source>commander here</source>
        <translation>指挥在场</translation>
    </message>
    <message>
        <source>commander {name}</source>
        <translation>指挥 {name}</translation>
    </message>
    <message>
        <source>acting: {name}</source>
        <translation>代理：{name}</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>none cordoned, none evacuated</source>
        <translation>无警戒，无疏散</translation>
    </message>
    <message>
        <source>none in hand</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新记录</translation>
    </message>
    <message>
        <source>written {time}</source>
        <translation>{time} 补记</translation>
    </message>
    <message>
        <source>next: {about}, {time}</source>
        <translation>下一项：{about}，{time}</translation>
    </message>
    <message>
        <source>Nothing overdue</source>
        <translation>无逾期事项</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} 项逾期</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>{count} 项逾期</translation>
    </message>
    <message>
        <source>{here} of {called} on site</source>
        <translation>到场 {here}/{called}</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>待到场</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>Nobody called yet</source>
        <translation>尚未呼叫人员</translation>
    </message>
    <message>
        <source>ETA {time}</source>
        <translation>预计 {time} 到</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>past ETA</source>
        <translation>已过预计</translation>
    </message>
    <message>
        <source>will be late</source>
        <translation>将迟到</translation>
    </message>
    <message>
        <source>nobody called yet</source>
        <translation>尚未呼叫</translation>
    </message>
    <message>
        <source>instead of {name}</source>
        <translation>替补{name}</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>缺 {count} 人</translation>
    </message>
    <message>
        <source>to be filled again</source>
        <translation>需重新安排</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>{nth} of {all}</source>
        <translation>第 {nth} 起，共 {all} 起</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 起</translation>
    </message>
    <message>
        <source>elsewhere {count} overdue</source>
        <translation>其他事件 {count} 项逾期</translation>
    </message>
    <message>
        <source>◀ looking back</source>
        <translation>◀ 正在回放</translation>
    </message>
</context>
<context>
    <name>WallPanel</name>
    <message>
        <source>Wall screens</source>
        <translation>大屏设置</translation>
    </message>
    <message>
        <source>F11 shows the wall</source>
        <translation>F11 显示大屏</translation>
    </message>
    <message>
        <source>Screen {nth}: {name}, {wide} × {high}</source>
        <translation>屏幕 {nth}：{name}，{wide} × {high}</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Number of the incident, for one</source>
        <translation>指定事件编号（单个显示时）</translation>
    </message>
    <message>
        <source>Seconds each, in turn</source>
        <translation>轮流显示时每起秒数</translation>
    </message>
    <message>
        <source>Diagonal in inches</source>
        <translation>屏幕对角线（英寸）</translation>
    </message>
    <message>
        <source>the worst</source>
        <translation>最严重的</translation>
    </message>
    <message>
        <source>as the screen says</source>
        <translation>以屏幕自报为准</translation>
    </message>
    <message>
        <source>names of the staff (never of the public)</source>
        <translation>显示工作人员姓名（公众姓名一律不显示）</translation>
    </message>
</context>
<context>
    <name>WallSettings</name>
    <message>
        <source>nothing</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>all incidents in turn</source>
        <translation>轮流显示各事件</translation>
    </message>
    <message>
        <source>the worst incident</source>
        <translation>最严重的事件</translation>
    </message>
    <message>
        <source>a mosaic of up to twenty</source>
        <translation>并列显示，最多二十起</translation>
    </message>
    <message>
        <source>roster</source>
        <translation>人员到场</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>site plan</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>latest entries</source>
        <translation>最新记录</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Muster wall</source>
        <translation>Muster 大屏</translation>
    </message>
</context>
<context>
    <name>WeekPanel</name>
    <message>
        <source>The week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Unfilled places by hour of the week</source>
        <translation>一周各时段无人岗位数</translation>
    </message>
    <message>
        <source>How many places of the plan that is worst off nobody could fill, as duty was over the last four weeks. Green: all could be filled. ·: nothing is known of duty then. Arrows choose an hour.</source>
        <translation>按最近四周的值班情况，缺口最大的预案有多少岗位无人能担任。绿色：全部有人；·：当时值班情况不明。用方向键选择时段。</translation>
    </message>
    <message>
        <source>reckoning… {percent} %</source>
        <translation>正在推算… {percent}%</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{title}: {said}</source>
        <translation>{title}：{said}</translation>
    </message>
    <message>
        <source>{word} ({note})</source>
        <translation>{word}（{note}）</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>stood down</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>未疏散</translation>
    </message>
    <message>
        <source>evacuating</source>
        <translation>疏散中</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>empty, confirmed</source>
        <translation>清空已确认</translation>
    </message>
    <message>
        <source>{days}d {hours}h</source>
        <translation>{days}天{hours}时</translation>
    </message>
</context>
<context>
    <name>Zones</name>
    <message>
        <source>Cordon</source>
        <translation>警戒</translation>
    </message>
    <message>
        <source>Evacuate</source>
        <translation>疏散</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Confirm empty</source>
        <translation>确认清空</translation>
    </message>
    <message>
        <source>People counted out…</source>
        <translation>填写撤出人数…</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Lift the cordon of {zone}? Whatever was evacuated stays so.</source>
        <translation>撤除{zone}的警戒？已疏散的保持不变。</translation>
    </message>
    <message>
        <source>Lift the cordon</source>
        <translation>撤除警戒</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除管控</translation>
    </message>
    <message>
        <source>cordoned</source>
        <translation>已警戒</translation>
    </message>
    <message>
        <source>open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>{done} of {all} parts confirmed</source>
        <translation>分区已确认 {done}/{all}</translation>
    </message>
    <message>
        <source>{count} out</source>
        <translation>已撤出 {count} 人</translation>
    </message>
    <message>
        <source>{count} expected out</source>
        <translation>应撤出 {count} 人</translation>
    </message>
    <message>
        <source>{count} of {expected} out</source>
        <translation>已撤出 {count}/{expected} 人</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>尚未确认</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>出入口</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Count…</source>
        <translation>清点…</translation>
    </message>
    <message>
        <source>All staff on site are accounted for</source>
        <translation>在场工作人员均已报到</translation>
    </message>
    <message>
        <source>{count} of the staff unaccounted for</source>
        <translation>工作人员 {count} 人尚未报到</translation>
    </message>
    <message>
        <source>since the evacuation began</source>
        <translation>疏散开始以来</translation>
    </message>
    <message>
        <source>roll call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>到齐</translation>
    </message>
    <message>
        <source>cordoned {time}</source>
        <translation>{time} 警戒</translation>
    </message>
    <message>
        <source>confirmed {time} by {by}</source>
        <translation>{by}于 {time} 确认</translation>
    </message>
    <message>
        <source>cordon lifted {time}</source>
        <translation>{time} 撤除警戒</translation>
    </message>
    <message>
        <source>post free: {posts}</source>
        <translation>空岗：{posts}</translation>
    </message>
    <message>
        <source>{taken} of {all} in hand</source>
        <translation>处置中 {taken}/{all}</translation>
    </message>
    <message>
        <source>Neither the plan nor the site has zones. Draw them on the site plan.</source>
        <translation>预案和本单位均无区域。请在平面图上绘制。</translation>
    </message>
    <message>
        <source>Evacuate, so many expected…</source>
        <translation>疏散，填写应撤人数…</translation>
    </message>
    <message>
        <source>{name} left post {post}</source>
        <translation>{name}离开 {post} 岗</translation>
    </message>
    <message>
        <source>Take post {post}…</source>
        <translation>上岗 {post}…</translation>
    </message>
    <message>
        <source>How many stand at {point} now?</source>
        <translation>{point}现有多少人？</translation>
    </message>
    <message>
        <source>Record the count</source>
        <translation>记录人数</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>How many are expected out…</source>
        <translation>应撤出人数…</translation>
    </message>
    <message>
        <source>Line and guards of the cordon…</source>
        <translation>警戒线与值守人员…</translation>
    </message>
    <message>
        <source>Lift the cordon…</source>
        <translation>撤除警戒…</translation>
    </message>
    <message>
        <source>Cordon, with line and guards…</source>
        <translation>警戒，填写警戒线与值守人员…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>解除管控…</translation>
    </message>
    <message>
        <source>Confirm {part}…</source>
        <translation>确认 {part}…</translation>
    </message>
    <message>
        <source>Confirm empty…</source>
        <translation>确认清空…</translation>
    </message>
    <message>
        <source>{zone}: how many are out so far?</source>
        <translation>{zone}：目前已撤出多少人？</translation>
    </message>
    <message>
        <source>People out</source>
        <translation>已撤出人数</translation>
    </message>
    <message>
        <source>Evacuate {zone}</source>
        <translation>疏散{zone}</translation>
    </message>
    <message>
        <source>People expected out</source>
        <translation>应撤出人数</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>值守人员</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>警戒线位置</translation>
    </message>
    <message>
        <source>Cordon of {zone}</source>
        <translation>{zone}的警戒</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看人</translation>
    </message>
    <message>
        <source>{zone} is empty: who saw it?</source>
        <translation>{zone}已清空：由谁查看确认？</translation>
    </message>
    <message>
        <source>Release {zone}: cordon lifted, people may go back in?</source>
        <translation>解除{zone}管控：撤除警戒，允许人员返回？</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who takes post {post}?</source>
        <translation>谁到 {post} 岗？</translation>
    </message>
    <message>
        <source>Take post</source>
        <translation>上岗</translation>
    </message>
    <message>
        <source>on the line: {guards}</source>
        <translation>警戒线值守：{guards}</translation>
    </message>
</context>
<context>
    <name>ZonesPanel</name>
    <message>
        <source>Cordon and evacuation</source>
        <translation>警戒与疏散</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
</context>
</TS>
